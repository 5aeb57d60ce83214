import { readSheets, fromFixture } from "./grids";
import { recogniseWorkbook } from "../../src/forms/recognise";
import { layoutForm } from "../fixtures/forms/layout";
const q=(x:any)=>x==null?"∅":`${x.comparison!=="none"?x.comparison:""}${x.value?.toString()??x.nature+(x.date?":"+x.date:"")}${x.unit??""}`;
export function dump(r:any){
 for(const s of r.sheets) console.log("SHEET",s.name,s.role,s.remark);
 for(const e of r.evaluations){ console.log("EVAL",e.sheet,e.family,"|",e.title?.text,"|",e.unit,"|",e.year);
  for(const f of e.funds) console.log("  FUND",f.item,f.counts,f.currency,q(f.initialBudget),q(f.adjustedBudget),q(f.executed),"rate",q(f.rate?.entered),"pts",f.points?.value.toString(),"score",q(f.score?.entered));
  for(const i of e.indicators) console.log("  IND",i.level1,"/",i.level2,"/",i.level3,"/",i.level4??"","p",i.points?.value.toString(),"T",q(i.target),i.target?.direction,"A",q(i.actual),"S",q(i.score?.entered),i.rule?"rule":"",i.sharesScoreWith?"shared":"",i.confidence);
  for(const c of e.captions) console.log("  CAP",c.level,c.name,c.points?.toString(),c.statedScore?.toString());
  for(const t of e.totals) console.log("  TOT",t.dimension,q(t.points?.entered),q(t.score?.entered),t.score?.cell.column,t.grade?.entered.text);
  for(const d of e.dimensions) console.log("  DIM",d.name,q(d.points?.entered),q(d.score?.entered),q(d.scoreRate?.entered),d.grade?.entered.text);
  console.log("  stated",q(e.statedScore?.entered),e.statedGrade?.entered.text, e.gradeScale?.bands.map((b:any)=>b.grade+b.from));
  for(const n of e.notes) console.log("  NOTE",n.text.slice(0,40));
  for(const d of e.doubts) console.log("  DOUBT",d.code,d.cell.row+1,d.message);
 }
 for(const b of r.budgets) console.log("BUDGET",b.sheet,b.title?.text,b.currency,b.amountColumns.map((c:any)=>c.text),b.rows.length,b.rows.filter((x:any)=>x.sampled).length,b.total?.amounts.map(q),b.unitArea);
 console.log("TARGETS",r.targets.map((t:any)=>t.level1+"/"+t.level3+" "+q(t.target)));
 for(const s of r.surveys) console.log("SURVEY",q(s.issued?.quantity),q(s.returned?.quantity),q(s.overall?.quantity),s.overall?.formula,s.entries.map((e:any)=>e.name.text+" "+q(e.share)+" "+q(e.count)+" "+q(e.weight)));
 console.log("BASE",r.baseData.map((b:any)=>b.name+" "+q(b.quantity)+" "+b.formula));
 console.log("STATED",r.stated.map((b:any)=>b.item.text+" "+q(b.stated)+" "+q(b.computed)+" "+b.computedFormula));
 console.log("DOUBTS", r.doubts);
}
const a=process.argv[2]!;
if(a.endsWith(".xlsx")) dump(recogniseWorkbook(await readSheets(a)));
else dump(recogniseWorkbook(layoutForm(a as any,(process.argv[3]??"filled") as any).sheets.map(fromFixture)));
