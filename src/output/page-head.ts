import { tool } from '../generated/tool.js'
import { asMarkup, type Markup, markup } from './markup.js'

/** A page of ours down to its body. @param policy its content policy @param style its style sheet */
export const pageHead = (title: string, policy: string, style: string): Markup => markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${asMarkup(policy)}"/>
<meta name="viewport" content="width=device-width,initial-scale=1"/>
<meta name="generator" content="${tool.name} ${tool.version}"/>
<title>${title}</title>
<style>${asMarkup(style)}</style>
</head>
`
