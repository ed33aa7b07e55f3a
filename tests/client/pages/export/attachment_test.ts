import assert from "node:assert/strict";
import { attachment } from "../../../../client/pages/export/attachment.ts";

// Guard (web): the name of a project gives no path, hidden ending or header to a downloaded file
Deno.test("a file is named after its project, as a file can be named", () => {
  const long = "đ".repeat(200);
  const cases: [string, string][] = [
    ["Website", "Website"],
    ["Hoá đơn tháng 12", "Hoá đơn tháng 12"],
    ["Hoa\u0301 đơn", "Hoá đơn"],
    ["../../etc/passwd", "etc passwd"],
    ["C:\\Windows\\x", "C Windows x"],
    [".htaccess", "htaccess"],
    ["a\u202egnp.exe", "agnp.exe"],
    ["a\u200b\u2066b\u00adc\u3164", "abc"],
    ['a"; filename="b.exe', "a ; filename= b.exe"],
    ["%2e%2e~1", "2e 2e 1"],
    ["trailing. . ", "trailing"],
    ["...", "Chung"],
    ["  ", "Chung"],
    ["CON", "CON"],
    ["a\ud800b", "a\ufffdb"],
    ["👩‍👧 nhà", "👩👧 nhà"],
    [long, "đ".repeat(80)],
  ];
  for (const [project, expected] of cases) {
    const header = attachment(project, "2026-12-01", ".csv");
    // Only such a header can be sent.
    assert.match(header, /^[\x20-\x7e]+$/);
    const [, plain, encoded] =
      /^attachment; filename="([^"\\%/]+)"; filename\*=UTF-8''([A-Za-z0-9%!#$&+.^_`|~-]+)$/
        .exec(header)!;
    assert.equal(decodeURIComponent(encoded), `${expected} 2026-12-01.csv`, project);
    assert(plain.endsWith(" 2026-12-01.csv"), plain);
    assert.equal(new Headers({ "content-disposition": header }).get("content-disposition"), header);
  }
  assert.match(attachment("Đồ án", "2026-12-01", ".jsonl"), /filename="Do an 2026-12-01\.jsonl"/);
});
