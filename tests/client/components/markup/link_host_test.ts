import assert from "node:assert/strict";
import { misleadingHost } from "../../../../client/components/markup/link_host.ts";

Deno.test("misleadingHost tells where a link leads when its text could mislead", () => {
  const cases: [string, string][] = [
    ["https://google.com@evil.vn/", "evil.vn"],
    ["https://google.com:80@evil.vn/", "evil.vn"],
    ["http://:x@evil.vn/", "evil.vn"],
    ["http://@evil.vn/", "evil.vn"],
    ["http://a.vn:@evil.vn:8080/x", "evil.vn:8080"],
    ["http://a.vn%2F@evil.vn", "evil.vn"],
    ["http://a.vn%40b@evil.vn", "evil.vn"],
    // Browsers read a backslash as a slash.
    ["https://a.vn\\@evil.vn", "a.vn"],
    ["https://evil.vn\\.a.vn/", "evil.vn"],
    ["https:///evil.vn/", "evil.vn"],
    ["http://2130706433/", "127.0.0.1"],
    ["http://0x7f.1:7070/", "127.0.0.1:7070"],
    ["http://0177.0.0.1/", "127.0.0.1"],
    ["http://127.1/", "127.0.0.1"],
    ["http://[0:0:0:0:0:0:0:1]/", "[::1]"],
    ["http://[::ffff:127.0.0.1]/", "[::ffff:7f00:1]"],
    ["http://%65vil.vn/", "evil.vn"],
    ["http://ｅｖｉｌ.vn/", "evil.vn"],
    ["http://①②⑦.0.0.1/", "127.0.0.1"],
    // Cyrillic letters that look Latin: one of them, and all.
    ["https://аpple.com", "xn--pple-43d.com"],
    ["https://аррӏе.com", "xn--80ak6aa92e.com"],
    ["https://gοοgle.com", "xn--ggle-0nda.com"],
    ["https://www.pаypal.com:8443", "www.xn--pypal-4ve.com:8443"],
    // Signs that look like a slash.
    ["http://a.vn∕x.evil.vn/", "a.xn--vnx-uc2a.evil.vn"],
    ["http://a.vn⁄x.evil.vn/", "a.xn--vnx-pt0a.evil.vn"],
    ["http://a.vnノx.evil.vn/", "a.xn--vnx-ln4b.evil.vn"],
  ];
  for (const [address, host] of cases) {
    assert.equal(misleadingHost(address, new URL(address)), host, address);
  }
});

Deno.test("misleadingHost has nothing to tell where the text is plain", () => {
  for (
    const address of [
      "https://a.vn",
      "HTTPS://WWW.A.VN:443/x@evil.vn",
      "http://a.vn:8080/?x@evil.vn#y@evil.vn",
      "http://a.vn?x@evil.vn",
      "http://a.vn:/",
      "http://a.vn:080/",
      "http://a.vn./",
      "http://a_b.vn/",
      "http://localhost:7070/",
      "http://127.0.0.1/",
      "http://[::1]:7070/",
      "https://xn--80ak6aa92e.com/",
      "http://việt.vn/",
      "http://VIỆT.vn/",
      `http://${"việt".normalize("NFD")}.vn/`,
      "https://münchen.de",
      "https://пример.рф",
      "https://日本語.jp",
      "https://ひらカタ漢字.日本",
      "https://ελλάδα.ελ",
    ]
  ) {
    assert.equal(misleadingHost(address, new URL(address)), null, address);
  }
});

// Guard (web): a link of nothing but marks keeps no page waiting
Deno.test("misleadingHost takes no time for the marks of a name before the host", () => {
  const address = `https://a${"\u0301\u0323".repeat(50_000)}@evil.vn/`;
  const url = new URL(address);
  const began = performance.now();
  assert.equal(misleadingHost(address, url), "evil.vn");
  const took = performance.now() - began;
  assert(took < 1_000, `${Math.round(took)} ms`);
});
