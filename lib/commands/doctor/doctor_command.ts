import { type Bilingual, type Language, systemLanguage } from "../../cli/locale.ts";
import { print } from "../../cli/program.ts";
import { VERSION } from "../../cli/version.ts";
import { systemClock } from "../../clock.ts";
import { assertConsistent, SERVER_OPTIONS } from "../../server/options/server_options.ts";
import { DONE, FAILED } from "../command.ts";
import { defineCommand } from "../command_line.ts";
import { DOCTOR_OPTIONS, DOCTOR_TEXT } from "./doctor_help.ts";
import { examine } from "./examine.ts";
import type { Finding, Level } from "./finding.ts";

const LEVELS: Record<Level, Bilingual> = {
  ok: { en: "ok", vi: "tốt" },
  warning: { en: "warning", vi: "cảnh báo" },
  problem: { en: "problem", vi: "vấn đề" },
};

export const doctorCommand = defineCommand({
  name: "doctor",
  summary: {
    en: "check options, folders, database, network and certificate",
    vi: "kiểm tra tùy chọn, thư mục, cơ sở dữ liệu, mạng và chứng chỉ",
  },
  text: DOCTOR_TEXT,
  table: { ...SERVER_OPTIONS, ...DOCTOR_OPTIONS },
  listed: DOCTOR_OPTIONS,
  takesWords: false,
  run({ options, environment }) {
    assertConsistent(options);
    const language = systemLanguage();
    const findings = examine(options, systemClock.wall(), environment);
    print(options.json ? asJson(findings, language) : asText(findings, language));
    return findings.some(({ level }) => level === "problem") ? FAILED : DONE;
  },
});

function asJson(findings: Finding[], language: Language): string {
  return JSON.stringify({
    version: VERSION,
    problems: findings.filter(({ level }) => level === "problem").length,
    warnings: findings.filter(({ level }) => level === "warning").length,
    findings: findings.map(({ check, level, says, advice }) => ({
      check,
      level,
      says: says[language],
      ...advice && { advice: advice[language] },
    })),
  });
}

function asText(findings: Finding[], language: Language): string {
  const width = Math.max(...Object.values(LEVELS).map((level) => level[language].length));
  return findings.map(({ level, says, advice }) => {
    const line = `${LEVELS[level][language].padEnd(width)}  ${says[language]}`;
    return advice ? `${line}\n${" ".repeat(width)}  → ${advice[language]}` : line;
  }).join("\n");
}
