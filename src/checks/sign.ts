import { finding, type Finding } from "../model/finding";
import { leafName, type IndicatorEntry } from "../model/form";
import type { Target } from "../model/quantity";
import { forEachEvaluation, type Check } from "./check";
import { isNoted } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "sign";

/** Of these more is worse, or may be: costs, time, faults, complaints. */
const LESS_IS_BETTER =
  /逾期|超期|超支|投诉|差错|失误|错误|事故|违规|违纪|违法|发案|死亡|伤亡|漏保|漏登|辍学|不合格|返贫|信访|上访|流失|损失|排放|污染|火灾|受害|发病|中断/;
const TURNED_ROUND =
  /下降|降低|减少|处理|处置|办结|整改|控制|查处|覆盖|知晓|回复|答复|治理|防治|救治|责停|制止|取缔|化解|挽回|减排|监测|排查|宣传/;
const COST_OR_TIME =
  /成本|费用|经费|支出|投资|价格|单价|时间|时限|天数|周期|工期|人均|限额|控制|次均|不超|压减|调整|变更|变动|结转|结余/;
const MORE_IS_BETTER = /数量|人数|个数|户数|面积|场次|次数|里程|批次|建设|培训|完成|参保|受益|服务|满意/;

/** The sign fits what is measured: no ≤ on an output to be reached, no ≥ on a fault (rules catalogue §10.20). */
export const sign: Check = {
  code: CODE,
  describe: "指标值的方向（≥、≤）与指标含义相符",
  run: forEachEvaluation((evaluation) =>
    evaluation.indicators.flatMap((scored) => {
      const { target } = scored.entry;
      return target === null || target.nature !== "number" || isNoted(scored, CODE)
        ? []
        : signFinding(scored.entry, target);
    }),
  ),
};

function signFinding(entry: IndicatorEntry, target: Target): Finding[] {
  const name = leafName(entry);
  const isFault = LESS_IS_BETTER.test(name) && !TURNED_ROUND.test(name);
  const atMost = target.comparison === "<=" || target.comparison === "<";
  const atLeast = target.comparison === ">=" || target.comparison === ">";
  if (atLeast && isFault) return [raised(entry, target, "应越小越好，却要求不低于")];
  if (
    atLeast &&
    /成本/.test(entry.level2 ?? "") &&
    /^[万亿]?元$/.test(target.unit ?? "") &&
    /成本|费用|支出/.test(name)
  ) {
    return [raised(entry, target, "为成本，却要求不低于")];
  }
  const isOutput = /数量|满意/.test(entry.level2 ?? entry.level1 ?? "") && MORE_IS_BETTER.test(name);
  if (atMost && isOutput && !isFault && !LESS_IS_BETTER.test(name) && !COST_OR_TIME.test(name))
    return [raised(entry, target, "应越大越好，却要求不超过")];
  return [];
}

function raised(entry: IndicatorEntry, target: Target, why: string): Finding {
  const { text, cell } = target;
  return finding({
    code: CODE,
    severity: "warning",
    cell: cell ?? entry.cell,
    message: clauses(`${named(leafName(entry))}${why}（${text}）`, "请核对符号"),
    stated: text,
  });
}
