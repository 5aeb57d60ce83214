import type { Field } from "../../model/form";
import { addressAt } from "../../model/grid";
import { compact } from "../../text/characters";
import { labelOf } from "../../text/labels";
import { areaAt, ownTextAt, type SheetView } from "../sheet/sheet-view";

const NOTE =
  /^(?:[（(【]?(?:注|备注|说明|填表说明|填报说明|附注|※|\*注)[）)】]?\s*(?:[:：.、\d①]|$))|^(?:※|注[:：])/;
/** What follows an indicator table: answers in prose and signatures. */
const CLOSING =
  /^(?:评价结论|自评结论|存在问题|存在的问题|问题及原因|改进措施|改进建议|整改措施|下一步|有关建议|其他需要说明|需要说明|偏差大或|偏差原因分析|改进措施及|结果应用|填表人|填报人|联系人|联系电话|负责人|单位负责人|项目负责人|财务负责人|审核人|经办人|评价人员|评价组|专家签|填表日期|填报日期|评价日期|评价时间|签字|盖章|项目主管部门意见|主管部门意见|财政部门意见|自评等级|评价等级|绩效等级|绩效评价等级)/;
const LONG = 40;

/** A footnote, a prompt or a closing line of a form: no indicator. */
export function noteIn(view: SheetView, row: number, filled: readonly number[]): Field | null {
  const [first] = filled;
  if (first === undefined || filled.length > 4) return null;
  const text = ownTextAt(view, row, first);
  const isAlone =
    filled.length === 1 && text.length > LONG && (areaAt(view, row, first)?.columnCount ?? 1) > 2;
  if (!NOTE.test(text.trim()) && !isAlone && !CLOSING.test(labelOf(text)) && !CLOSING.test(compact(text)))
    return null;
  return {
    text: filled.map((column) => ownTextAt(view, row, column)).join(" "),
    cell: addressAt(view.grid, row, first),
  };
}
