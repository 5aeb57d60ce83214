/** What the page says when a file cannot be opened or saved. */
export const messages = {
  notOpened: "工作簿没有打开。请重试；若仍不行，请用 Excel 打开后另存为 .xlsx 再试。",
  notSaved: "工作簿没有保存，改动还在这一页上：请不要关闭或刷新页面，稍后再按“保存”。",
  notFound: "没有找到要打开的工作簿。请单击“打开…”选择文件。",
  notStarted: "工作台没有启动。请刷新页面；若仍不行，请换用新版 Edge 或 Chrome 浏览器。",
  opening: "正在打开…",
  pageTitle: (fileName: string): string => `${fileName} - 绩衡工作台`,
  unsaved: "（未保存）",
  replace: (fileName: string): string =>
    `“${fileName}”有未保存的改动，打开另一个文件会丢掉它们。仍要打开吗？`,
} as const;
