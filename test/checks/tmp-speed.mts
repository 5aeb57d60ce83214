import { runChecks } from "../../src/checks/run";
import { CHECKS } from "../../src/checks/registry";
import { evaluation, indicator, subject, total, targetRow, budget } from "./subject";
const N = Number(process.argv[2] ?? 20000), bad = process.argv[3] === "bad";
const indicators = Array.from({ length: N }, (_, i) => indicator({ name: `指标${i}完成数量`, level1: `维度${i % 10}`, level2: bad ? `数量指标` : `二级${i % 2000}`, points: "0.005", target: "≥100个", actual: bad ? "150个" : "100个", entered: "0.005", computed: "0.005", reason: "", row: i + 4, rule: "完成指标值得满分，未完成按比例得分，" + (bad ? "2021年项目" : "") }));
const s = subject({ targets: bad ? Array.from({ length: 5000 }, (_, i) => targetRow("数量指标", `目标${i}`, `≥${i}批`, i)) : [], budgets: bad ? [budget(Array.from({ length: N }, (_, i) => [`单位${i}`, "10.01"]), "200200")] : [] }, evaluation({ indicators, form: { totals: [total({ points: String(N / 200), score: "100" })] } }));
for (const c of CHECKS) { const t = performance.now(); c.run(s); const d = performance.now() - t; if (d > 20) console.log(c.code, d.toFixed(0)); }
const t = performance.now(); console.log(runChecks(s).length, (performance.now() - t).toFixed(0));
