import { sheet } from "./grids";
import { recogniseWorkbook } from "../../src/forms/recognise";
const HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];
for (const n of [5000,20000,40000]) {
const g=sheet([HEADER, ...Array.from({ length: n }, (_, i): any[] => [i % 50 === 0 ? `一级${i}` : "", i % 10 === 0 ? `二级${i}` : "", `指标${i}名称`, `≥${i}个`, `${i}个`, 1, 1])]);
const t=performance.now(); const r=recogniseWorkbook([g]); console.log(n, r.evaluations[0]?.indicators.length, Math.round(performance.now()-t),"ms");
}
