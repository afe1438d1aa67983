/** Lines of wrapped text as one: Chinese needs no blank where a line was broken, other scripts do. */
export function unwrapped(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').map((line) => line.trim())
  return lines.reduce((before, line) => `${before}${/[!-~]$/.test(before) && /^[!-~]/.test(line) ? ' ' : ''}${line}`)
}
