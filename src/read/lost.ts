/** What of a document is no text and comes into no other form, in Chinese sentences for who converts it. */
export function lostOf({ pictures, merged }: { pictures: number; merged: number }): string[] {
  return [
    pictures > 0 ? `图片（图表）${pictures} 个没有转换，请在转换后的文件里补上` : '',
    merged > 0 ? `表格中合并的单元格 ${merged} 处已经拆开，文字都在，请在转换后的文件里重新合并` : '',
  ].filter((sentence) => sentence !== '')
}
