/**
 * Elements in which site builders put the text of an article, by the builder they are mostly met with. Collected from
 * experience with saved pages, not from the builders' documents: a name only says where to look, the sentences in the
 * element decide (`findMain`).
 */
export const CONTAINERS: { builder: string; ids: string[]; classes: string[] }[] = [
  {
    builder: 'TRS 拓尔思',
    ids: ['zoom', 'Zoom', 'zoomcon', 'TRS_Editor', 'fontzoom', 'fontSize', 'doccontent'],
    classes: ['TRS_Editor', 'TRS_UEDITOR', 'Custom_UnionStyle', 'trs_editor_view', 'view', 'zoom'],
  },
  {
    builder: '开普',
    ids: ['UCAP-CONTENT', 'ucapcontent', 'easysiteText', 'div_content'],
    classes: ['pages_content', 'ucapcontent', 'j-fontContent', 'conTxt', 'easysite-news-content', 'easysite-news-text'],
  },
  {
    builder: '大汉',
    ids: ['zoomcontent', 'barrierfree_container', 'jpage_content', 'infocontent'],
    classes: ['bt_content', 'main-txt', 'wz_content', 'zwnr', 'wzzw', 'article_cont', 'xxgk_content'],
  },
  { builder: '博达', ids: ['vsb_content', 'vsb_newscontent'], classes: ['v_news_content', 'vsbcontent_start'] },
  { builder: '微信公众号', ids: ['js_content', 'img-content'], classes: ['rich_media_content'] },
  {
    builder: '其他',
    ids: [
      'content',
      'Content',
      'article',
      'articleContent',
      'article_content',
      'artibody',
      'newsContent',
      'news_content',
    ],
    classes: [
      'article-content',
      'article_content',
      'articleContent',
      'article-con',
      'article_con',
      'article_body',
      'article-body',
      'news_content',
      'newsContent',
      'news-content',
      'content_text',
      'contentText',
      'con_text',
      'con-text',
      'detail-content',
      'detail_content',
      'info-content',
      'text-content',
      'xl_content',
      'content',
    ],
  },
]
