import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export const TABLE_SHEET = "自评表_核对用";

const ROWS: readonly (readonly (string | number)[])[] = [
  ["项目支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
  ["产出指标", "数量指标", "培训人次", "≥500人次", "520人次", 50, "", ""],
  ["效益指标", "社会效益指标", "受益人数", "≥1000人", "900人", 40, "", "部分改为线上"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "92%", 10, "", ""],
];
/** 50 + 40 × 90 % + 10. */
export const SCORE = "96";

export interface Inserted {
  readonly bytes: Uint8Array;
  /** The part of the sheet that was added. */
  readonly part: string;
}

/** The workbook with a small indicator table on a sheet of its own, last; null where it cannot be taken apart so far. */
export function withTable(bytes: Uint8Array): Inserted | null {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return null;
  }
  const nameOf = (wanted: string): string | undefined =>
    Object.keys(parts).find((name) => name.replace(/\\/g, "/").toLowerCase() === wanted.toLowerCase());
  const text = (wanted: string): string | null => {
    const name = nameOf(wanted);
    return name === undefined ? null : strFromU8(parts[name] ?? new Uint8Array());
  };
  const book = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(text("_rels/.rels") ?? "")?.[0];
  const path = /Target="\/?([^"]*)"/.exec(book ?? "")?.[1];
  if (path === undefined) return null;
  const [xml, types] = [text(path), text("[Content_Types].xml")];
  const rels = path.replace(/([^/]*)$/, "_rels/$1.rels");
  const relations = text(rels);
  const end = /<\/(\w+:)?sheets>/.exec(xml ?? "");
  if (xml === null || types === null || relations === null || !end) return null;
  const isStrict = xml.includes("http://purl.oclc.org/ooxml/spreadsheetml/main");
  const [main, office] = isStrict
    ? [
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ]
    : [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      ];
  const folder = path.replace(/[^/]*$/, "");
  const part = `${folder}worksheets/inserted.xml`;
  const put = (wanted: string, content: string): void => {
    parts[nameOf(wanted) ?? wanted] = strToU8(content);
  };
  const sheet = `<${end[1] ?? ""}sheet xmlns:rr="${office}" name="${TABLE_SHEET}" sheetId="65000" rr:id="rIdInserted"/>`;
  put(path, xml.replace(end[0], `${sheet}${end[0]}`));
  put(
    rels,
    relations.replace(
      /<\/(\w+:)?Relationships>/,
      (close, prefix = "") =>
        `<${prefix as string}Relationship Id="rIdInserted" Type="${office}/worksheet" Target="/${part}"/>${close}`,
    ),
  );
  put(
    "[Content_Types].xml",
    types.replace(
      /<\/(\w+:)?Types>/,
      (close, prefix = "") =>
        `<${prefix as string}Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${close}`,
    ),
  );
  parts[part] = strToU8(`<worksheet xmlns="${main}"><sheetData>${rowsXml()}</sheetData></worksheet>`);
  return { bytes: zipSync(parts, { level: 1 }), part };
}

const rowsXml = (): string =>
  ROWS.map((row, i) => {
    const cells = row.map((value, j) => {
      const place = `r="${String.fromCharCode(65 + j)}${i + 1}"`;
      if (value === "") return "";
      return typeof value === "number"
        ? `<c ${place}><v>${value}</v></c>`
        : `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
    });
    return `<row r="${i + 1}">${cells.join("")}</row>`;
  }).join("");
