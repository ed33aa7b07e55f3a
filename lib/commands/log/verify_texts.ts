import type { Finding, FindingKind, Note, NoteKind } from "../../audit/chain/finding.ts";
import type { LogReport } from "../../audit/chain/verify_log.ts";
import type { Bilingual, Language } from "../../cli/locale.ts";

const FINDINGS: Record<FindingKind, Bilingual> = {
  changed: { en: "{entry} was changed", vi: "{entry} đã bị sửa" },
  removed: { en: "{entry} was removed", vi: "{entry} đã bị xóa" },
  added: { en: "{entry} was added by hand", vi: "{entry} là do ai đó thêm vào" },
  reordered: {
    en: "{entry} is not where it was written: entries were reordered",
    vi: "{entry} không còn ở chỗ cũ: thứ tự các mục đã bị đổi",
  },
  chain_changed: {
    en: "the chain, or {entry} so that the checksums still fit, was changed",
    vi: "chuỗi băm đã bị sửa, hoặc {entry} đã bị sửa sao cho khớp mã kiểm tra",
  },
  chain_missing: {
    en: "the chain is missing, though the database knows its end",
    vi: "thiếu chuỗi băm, dù cơ sở dữ liệu biết điểm cuối của nó",
  },
  chain_cut: {
    en: "the chain doesn't have the end that the database knows: {entry} was removed with it, " +
      "or all was made anew",
    vi: "chuỗi băm không có điểm cuối mà cơ sở dữ liệu biết: {entry} đã bị xóa cùng với nó, " +
      "hoặc tất cả đã được làm lại",
  },
  file_missing: {
    en: "the file is missing; it had {count} entries",
    vi: "thiếu tệp này; nó từng có {count} mục",
  },
  day_missing: {
    en: "the whole day is missing; it had {count} entries",
    vi: "thiếu cả ngày này; ngày này từng có {count} mục",
  },
  unreadable: { en: "can't be read", vi: "không đọc được" },
};

const NOTES: Record<NoteKind, Bilingual> = {
  crash: {
    en: "{count} entries from {entry} on were found at a start, as a crash leaves them",
    vi: "có {count} mục kể từ {entry} được thấy lúc khởi động, đúng như sau một sự cố",
  },
  power_cut: {
    en: "the newest entries are gone, as after a power cut",
    vi: "các mục mới nhất không còn, đúng như sau khi mất điện",
  },
  unchained: {
    en: "{count} entries from {entry} on are not in the chain yet: they are being written, or a " +
      "crash left them",
    vi: "có {count} mục kể từ {entry} chưa có trong chuỗi băm: đang được ghi, hoặc còn lại sau " +
      "một sự cố",
  },
  before_chain: {
    en: "{count} entries were written before there were chains: they stand as they were then",
    vi: "có {count} mục được ghi trước khi có chuỗi băm: từ đó đến nay chúng không đổi",
  },
  removed_by_age: {
    en: "removed by --log-keep-days; it had {count} entries",
    vi: "đã được --log-keep-days xóa; ngày này từng có {count} mục",
  },
};

const TEXTS = {
  holds: { en: "{count} entries, unchanged", vi: "{count} mục, không có gì bị sửa" },
  unchained: { en: "not chained", vi: "không có chuỗi băm" },
  entry: { en: "entry {first}", vi: "mục {first}" },
  entries: {
    en: "one of the entries {first} to {last}",
    vi: "một trong các mục {first} đến {last}",
  },
  range: { en: "entry {first} (up to {last})", vi: "mục {first} (đến {last})" },
  end: { en: "the end of the file", vi: "phần cuối tệp" },
  intact: {
    en: "The log is as it was written: {files} files, {count} entries.",
    vi: "Nhật ký còn nguyên như lúc ghi: {files} tệp, {count} mục.",
  },
  changed: {
    en: "The log was changed: see the lines with !",
    vi: "Nhật ký đã bị thay đổi: xem các dòng có dấu !",
  },
  filesOnly: {
    en: " The database was not asked: missing files and days go unnoticed.",
    vi: " Không hỏi cơ sở dữ liệu: không nhận ra tệp và ngày bị thiếu.",
  },
} satisfies Record<string, Bilingual>;

/** One line for each finding and note of a file, or one that says that all is as it was; findings begin with `!`. */
export function describeReport(language: Language, report: LogReport): string[] {
  const { day, file, chained, entries, findings, notes } = report;
  const place = file === null ? day : `${day} ${file}`;
  const told = [
    ...findings.map((finding) => `! ${place}: ${describeFinding(language, finding, entries)}`),
    ...notes.map((note) => `  ${place}: ${describeNote(language, note)}`),
  ];
  if (findings.length > 0 || file === null) return told;
  const state = chained ? TEXTS.holds : TEXTS.unchained;
  return [`  ${place}: ${fill(state[language], { count: count(language, entries) })}`, ...told];
}

export function summary(
  language: Language,
  reports: readonly LogReport[],
  filesOnly: boolean,
): string {
  const failed = reports.some(({ findings }) => findings.length > 0);
  const chained = reports.filter((report) => report.chained);
  const entries = chained.reduce((sum, report) => sum + report.entries, 0);
  const text = failed ? TEXTS.changed[language] : fill(TEXTS.intact[language], {
    files: count(language, chained.length),
    count: count(language, entries),
  });
  return text + (filesOnly ? TEXTS.filesOnly[language] : "");
}

function describeFinding(language: Language, finding: Finding, entries: number): string {
  const text = fill(FINDINGS[finding.kind][language], {
    entry: entryText(language, finding),
    count: count(language, entries),
  });
  return text + facts(finding) + (finding.detail === undefined ? "" : ` (${finding.detail})`);
}

function describeNote(language: Language, note: Note): string {
  const text = fill(NOTES[note.kind][language], {
    entry: entryText(language, note),
    count: count(language, note.entries),
  });
  return text + facts(note);
}

function entryText(
  language: Language,
  { kind, entry, lastEntry }: Pick<Finding, "entry" | "lastEntry"> & { kind: string },
): string {
  if (entry === undefined) return TEXTS.end[language];
  const single = lastEntry === undefined || lastEntry === entry;
  const text = single ? TEXTS.entry : kind === "chain_changed" ? TEXTS.entries : TEXTS.range;
  return fill(text[language], {
    first: count(language, entry),
    last: count(language, lastEntry ?? entry),
  });
}

/** The entry that stands there now. */
function facts({ time, user, request }: Pick<Finding, "time" | "user" | "request">): string {
  return time === undefined ? "" : ` [${time}, ${user}: ${request}]`;
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function count(language: Language, number: number): string {
  return number.toLocaleString(language);
}
