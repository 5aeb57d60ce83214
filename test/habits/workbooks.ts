import { readFileSync } from "node:fs";
import { layoutForm, toXlsx } from "../fixtures/forms/layout.js";

export const SAMPLES = ["anning", "baojing", "guizhou", "longhua", "zhangye"] as const;
/** Ten published forms: every kind of head, of fund block, of levels and of scores. */
export const FORMS = [
  "baoshan_tuiyi_2022",
  "chengan_gaoling_2020",
  "daying_sifa_2023",
  "hainan_nongken_xueshi",
  "huangshi_lib_2022",
  "lijiang_ziranziyuan_2020",
  "tangxi_weituo_2022",
  "tianchang_shuili_2022",
  "yongde_minglang_2022",
  "yueyang_glj_dept",
] as const;
export const WORKBOOKS: readonly string[] = [...SAMPLES, ...FORMS];

/** A sample as it is shipped, or a published form with its results left to be filled. */
export async function readWorkbook(id: string): Promise<Uint8Array> {
  const isSample = (SAMPLES as readonly string[]).includes(id);
  return isSample
    ? new Uint8Array(readFileSync(`assets/samples/${id}.xlsx`))
    : toXlsx(layoutForm(id, "blank"));
}
