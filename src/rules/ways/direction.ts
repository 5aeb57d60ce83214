import { leafName, type IndicatorEntry } from "../../model/form";
import type { Direction, Target } from "../../model/quantity";
import { plainName } from "../../text/plain-wording";

// Less is better: costs and spending limits, time taken, and things that should not happen (rules catalogue N5, D4).
const LOWER_NAMES =
  /成本|造价|单价|费用|控制[数额在]|控制$|超支|时限|时长|工期|周期|用时|耗时|投诉|事故|差错|违规|逾期|上访|死亡|发病|受害|排放|能耗/;
// …unless the name says how well the limit is kept, or names what people are paid.
const HIGHER_NAMES =
  /节约|降低|减少|达标|合格|完成率|及时|准确|覆盖|知晓|处理|处置|办结|回复|整改|补[助贴]标准|发放标准|满意/;

function costLike(entry: IndicatorEntry): boolean {
  const name = plainName(leafName(entry));
  if (HIGHER_NAMES.test(name)) return false;
  return LOWER_NAMES.test(name) || /成本/.test(entry.level2 ?? "");
}

/** Which way is better, by the sign of the target; a bare number as it was read from the sheet, else by the indicator's name (rules catalogue N5). */
export function directionOf(target: Target, entry: IndicatorEntry): Exclude<Direction, null> {
  switch (target.comparison) {
    case ">=":
    case ">":
      return "higher";
    case "<=":
    case "<":
      return "lower";
    case "=":
      return "exact";
    case "range":
    case "none":
      return target.direction ?? (costLike(entry) ? "lower" : "higher");
  }
}
