import type { FailureText, FailureTextOf, Texts } from "./texts";

const fixed =
  (what: string, why: string, next: string): FailureTextOf =>
  (): FailureText => ({ what, why, next });

const at = (cell: string): string => (cell === "" ? "" : `（${cell}）`);
const sheet = (detail: string, cell: string): string => {
  const name = detail !== "" ? detail : cell.slice(0, Math.max(0, cell.lastIndexOf("!")));
  return name === "" ? "工作表" : `工作表“${name}”`;
};

export const zhCN: Texts = {
  locale: "zh-CN",
  productName: "绩衡",
  common: {
    settings: "设置",
    close: "关闭",
    cancel: "取消",
    retry: "重试",
    showAll: (count) => `显示其余 ${count} 条`,
    selectCell: (label) => `选中 ${label}`,
    loading: "正在加载…",
  },
  host: {
    waiting: "正在连接 Excel…",
    outsideExcel: {
      what: "这里不是 Excel",
      why: "绩衡要在 Excel 的任务窗格里使用。",
      next: "请打开 Excel，在“开始”选项卡的“绩衡”组中单击“打开任务窗格”。",
    },
    otherHost: {
      what: "这里不是 Excel",
      why: "绩衡只处理 Excel 工作簿。",
      next: "请在 Excel 中打开要评分的工作簿，再打开绩衡。",
    },
    tooOld: {
      what: "这个版本的 Excel 太旧",
      why: "绩衡需要 ExcelApi 1.13：Microsoft 365、Excel 2021 或更新版本，或网页版 Excel。",
      next: "请更新 Office，或用网页版 Excel 打开这个工作簿。",
    },
    noAnswer: {
      what: "还没有连上 Excel",
      why: "Office 的组件没有加载，多半是网络不通或被单位的防火墙拦住了。",
      next: "请检查网络后重试；连上后窗格会自动继续。",
    },
  },
  recognised: {
    heading: "已识别",
    reading: "正在读取工作簿…",
    again: "重新识别",
    goToSheet: (name) => `转到工作表 ${name}`,
    others: (count) => `另有 ${count} 张工作表不参与评分`,
    outputs: (count) => `结果工作表 ${count} 张`,
    doubts: (count) => `${count} 处请确认`,
  },
  firstRun: {
    heading: "没有找到可以评分的指标表",
    explanation: "打开存有绩效指标的工作簿即可，不必套用模板。指标表有这样的表头就能识别：",
    columns: "三级指标 · 分值 · 年度指标值 · 实际完成值 · 得分",
    insertSample: "插入示例",
    inserting: "正在插入示例…",
    insertHint: "示例以新工作表加入当前工作簿，不改动已有内容。",
  },
  run: {
    calculate: "计算得分",
    calculating: "正在计算…",
    phases: {
      read: "读取工作簿",
      recognise: "识别表格",
      score: "计算得分",
      check: "勾稽核对",
      write: "写入结果",
      verify: "复核公式",
    },
    step: (number, of) => `第 ${number} 步，共 ${of} 步`,
    cancelling: "正在取消…",
    changed: "工作簿有改动，需重新计算",
  },
  result: {
    heading: "评价结果",
    evaluations: (count) => `共 ${count} 个评价对象`,
    outOf: (points) => `/ ${points} 分`,
    grade: "等级",
    dimension: "维度",
    scoreRate: "得分率",
    noTotal: (missing, of) => `暂无总分：${of} 个指标中有 ${missing} 个还没有得分`,
    missing: "还没有得分的指标",
    verified: (count) => `已复核 ${count} 个公式，与精确计算一致`,
    valuesOnly: "按设置只写入了数值，没有公式",
    mismatches: (count) => `${count} 个公式的结果与精确计算不一致`,
    mismatch: (expected, found) => `应为 ${expected}，表中是 ${found}`,
    manualCalculation: "Excel 设为手动计算：改动数据后请按 F9，表中才会更新。",
    unchanged: "结果与上次相同，没有写入",
    changedCells: (count) => `改动了原表 ${count} 个单元格，可撤销`,
    announcement: (score, grade, problems) =>
      `计算完成：${score} 分${grade === "" ? "" : `，等级 ${grade}`}；${problems === 0 ? "没有需要处理的问题" : `${problems} 项需要处理`}。`,
    announcementWithoutTotal: (problems) => `计算完成，暂无总分；${problems} 项需要处理。`,
    announcementOfMany: (evaluations, problems) =>
      `计算完成：${evaluations} 个评价对象；${problems} 项需要处理。`,
  },
  findings: {
    heading: "需要处理",
    none: "数字之间的勾稽关系都对得上。",
    severity: { error: "错误", warning: "警告", note: "说明" },
    counts: (errors, warnings) =>
      [errors > 0 ? `${errors} 个错误` : "", warnings > 0 ? `${warnings} 个警告` : ""]
        .filter((part) => part !== "")
        .join("，"),
    stated: "表中",
    computed: "应为",
    compared: "对照",
    notes: (count) => `计算说明（${count}）`,
  },
  kept: {
    heading: (count) => `手填得分与计算不同（${count}）`,
    explanation: "手填的得分没有改动；采用后，原值记入运行记录。",
    entered: "手填",
    computed: "计算",
    adopt: "采用计算得分",
    adoptOf: (name) => `采用计算得分：${name}`,
    adoptAll: "全部采用计算得分",
  },
  actions: {
    summary: "查看汇总表",
    workingPaper: "查看底稿",
    undo: "撤销上次计算",
    undoQuestion: "把上次计算改动的单元格恢复原值？",
    undoConfirm: "撤销",
    undoing: "正在撤销…",
    undone: (cells) => `已撤销，恢复了 ${cells} 个单元格`,
    undoKept: (cells) => `${cells} 个单元格在计算后又被改过，保持现状：`,
  },
  settings: {
    heading: "设置",
    output: "写入工作簿的是",
    outputFormulas: "公式（随数据更新）",
    outputValues: "数值",
    places: "得分保留小数位数",
    zeroBudget: "预算数为 0 的指标",
    notApplicable: "不适用的指标",
    full: "给满分",
    zero: "给 0 分",
    rescale: "剔除，其余折算为 100 分",
    ask: "不给分，由我决定",
    overAchievement: "超过目标多少时提示（%）",
    overAchievementHint: "130 表示完成值达到目标的 130% 以上时提示指标值可能偏低。",
    overAchievementInvalid: "请填 100 以上的数，例如 130。",
    apply: "应用并重新计算",
  },
  failures: {
    "no-indicators": fixed(
      "没有找到指标表",
      "工作表里没有“三级指标、分值、得分”一类的表头。",
      "请打开存有指标表的工作簿，或插入示例看看格式。",
    ),
    empty: fixed("工作簿是空的", "没有可以读取的数据。", "请打开存有指标表的工作簿，或插入示例。"),
    "cell-edit-mode": fixed(
      "有单元格正在编辑",
      "编辑单元格时，Excel 不接受其他操作。",
      "请在表格中按 Enter 或 Esc 结束编辑，再试一次。",
    ),
    "protected-sheet": ({ cell, detail }) => ({
      what: `${sheet(detail, cell)}受保护`,
      why: "受保护的工作表不能写入得分。",
      next: "请在“审阅”选项卡中撤销工作表保护，再试一次。",
    }),
    "protected-workbook": fixed(
      "工作簿结构受保护",
      "不能新建底稿和汇总工作表。",
      "请在“审阅”选项卡中关闭“保护工作簿”，再试一次。",
    ),
    "merged-target": ({ cell }) => ({
      what: `要写入的单元格是合并单元格的一部分${at(cell)}`,
      why: "合并区域里只有左上角的单元格能存放数值。",
      next: "请拆分这处合并单元格，或让得分格与指标行对齐，再试一次。",
    }),
    "read-only": fixed(
      "工作簿是只读的",
      "文件以只读或“受保护的视图”打开，不能写入。",
      "请单击“启用编辑”，或另存一份再计算。",
    ),
    "too-large": fixed(
      "工作簿数据太多",
      "一次传送的数据超过了 Excel 的上限。",
      "请删去已用区域之外的空行空列，或把工作簿拆开再计算。",
    ),
    "connection-lost": fixed(
      "与 Excel 的连接中断",
      "Excel 没有应答，网页版多为网络中断。",
      "请检查网络，重新打开窗格后再试。",
    ),
    busy: fixed(
      "Excel 正忙",
      "另一项操作还没有完成，或有对话框开着。",
      "请关闭 Excel 中的对话框，稍等片刻再试。",
    ),
    "changed-meanwhile": ({ cell }) => ({
      what: `计算期间工作簿被改动${at(cell)}`,
      why: "可能有人在同时编辑；为免覆盖，没有写入。",
      next: "请重新计算。",
    }),
    "sheet-missing": ({ cell, detail }) => ({
      what: `找不到${sheet(detail, cell)}`,
      why: "它可能已被删除或改名。",
      next: "请重新识别工作簿，再试一次。",
    }),
    "sheet-name-taken": ({ cell, detail }) => ({
      what: `${sheet(detail, cell)}已有其他内容`,
      why: "绩衡要用这个名称存放结果，但不会覆盖您的工作表。",
      next: "请给这张工作表改名，再试一次。",
    }),
    "nothing-to-undo": fixed("没有可以撤销的计算", "运行记录中没有尚未撤销的改动。", "无需操作。"),
    unsupported: fixed(
      "这个版本的 Excel 不支持此操作",
      "所需的功能只有较新的 Excel 才有。",
      "请更新 Office，或用网页版 Excel 打开这个工作簿。",
    ),
    cancelled: fixed("已取消计算", "是您取消的。", "需要时再单击“计算得分”。"),
    unexpected: fixed(
      "计算没有完成",
      "发生了没有预料到的问题。",
      "请再试一次；若仍不行，请把工作簿和这条提示交给技术支持。",
    ),
  },
  insertFailed: {
    what: "示例没有插入",
    why: "没有读到示例文件。",
    next: "请检查网络后重试。",
  },
  restored: "工作簿保持原样。",
  notRestored: "部分改动没能恢复：请用 Excel 的撤销（Ctrl+Z）或关闭时不保存。",
};
