import { X509Certificate } from "node:crypto";
import { inBrackets, isLoopback, isPlaintext } from "../../loopback.ts";
import { ServerSocket } from "../../net/server_socket.ts";
import { readCertificate } from "../../net/tls/certificate.ts";
import type { ServerOptions } from "../../server/options/server_options.ts";
import { type Finding, ok, wrong } from "./finding.ts";

const DAY = 86_400_000;
/** Days before its end when a certificate should be renewed. */
const RENEW_DAYS = 30;

/** Checks whether the server could listen. @param inUse whether a server uses the data folder; null if unknown */
export function checkPort({ host, port }: ServerOptions, inUse: boolean | null): Finding[] {
  const at = `${inBrackets(host)}:${port}`;
  const other: [string, string] = [
    "stop it, or choose another port with --port (CHUNG_PORT)",
    "tắt chương trình ấy, hoặc chọn cổng khác bằng --port (CHUNG_PORT)",
  ];
  try {
    ServerSocket.probe(host, port);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) {
      return [wrong("port", "problem", [
        `nothing can listen on ${at}: ${(error as Error).message}`,
        `không thể lắng nghe trên ${at}: ${(error as Error).message}`,
      ], [
        "choose an address of this machine with --host, and a port that this account may use",
        "chọn một địa chỉ của máy này bằng --host, và một cổng mà tài khoản này được dùng",
      ])];
    }
    if (inUse === true) {
      return [ok(
        "port",
        `${at} is in use, as it should be while the server runs`,
        `${at} đang được dùng, đúng như khi máy chủ đang chạy`,
      )];
    }
    return [
      wrong(
        "port",
        "problem",
        [`another program listens on ${at}`, `chương trình khác đang lắng nghe trên ${at}`],
        other,
      ),
    ];
  }
  if (inUse === true && port !== 0) {
    return [wrong("port", "warning", [
      `a server uses the data folder, but nothing listens on ${at}`,
      `một máy chủ đang dùng thư mục dữ liệu, nhưng không có gì lắng nghe trên ${at}`,
    ], [
      "give this command the options and the environment of that server",
      "dùng cùng tùy chọn và biến môi trường với máy chủ ấy",
    ])];
  }
  return [ok("port", `${at} is free`, `${at} còn trống`)];
}

/** Checks what others could read or do who reach the address. */
export function checkReach(options: ServerOptions): Finding[] {
  const { host, registration } = options;
  const tls = options["tls-cert"] !== "";
  if (isLoopback(host)) {
    return [ok("reach", "only this machine can connect", "chỉ máy này kết nối được")];
  }
  const findings: Finding[] = [];
  if (isPlaintext({ hostname: host, tls })) {
    findings.push(wrong("reach", "warning", [
      `other machines can reach ${host}, and passwords cross the network in the clear`,
      `máy khác kết nối được đến ${host}, và mật khẩu đi qua mạng không được mã hóa`,
    ], [
      "set --tls-cert and --tls-key, or allow access only through a VPN",
      "đặt --tls-cert và --tls-key, hoặc chỉ cho kết nối qua VPN",
    ]));
  } else {
    findings.push(ok(
      "reach",
      "other machines connect by TLS alone",
      "máy khác chỉ kết nối được qua TLS",
    ));
  }
  if (registration === "open") {
    findings.push(wrong("registration", "warning", [
      `whoever reaches ${host} can make an account`,
      `ai kết nối được đến ${host} cũng tạo được tài khoản`,
    ], [
      "set --registration invite or closed, or let a firewall admit only your people",
      "đặt --registration invite hoặc closed, hoặc để tường lửa chỉ cho nhóm của bạn vào",
    ]));
  } else {
    findings.push(
      ok("registration", `registration is ${registration}`, `đăng ký: ${registration}`),
    );
  }
  return findings;
}

/** Checks the certificate's files, names and dates. @param now in Unix milliseconds */
export function checkCertificate(options: ServerOptions, now: number): Finding[] {
  const files = { cert: options["tls-cert"], key: options["tls-key"] };
  if (files.cert === "") return [];
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(readCertificate(files).cert);
  } catch (error) {
    return [wrong(
      "certificate",
      "problem",
      [(error as Error).message, (error as Error).message],
      ["see docs/OPERATING.md", "xem docs/OPERATING.vi.md"],
    )];
  }
  return [
    checkNames(certificate, files.cert),
    checkDates(certificate, files.cert, now),
    checkKey(files.key),
  ];
}

function checkNames({ subjectAltName }: X509Certificate, file: string): Finding {
  if (subjectAltName) {
    return ok("names", `${file} is for ${subjectAltName}`, `${file} dành cho ${subjectAltName}`);
  }
  return wrong("names", "problem", [
    `${file} names no host (subjectAltName), so no client accepts it`,
    `${file} không ghi tên máy nào (subjectAltName), nên không chương trình nào chấp nhận`,
  ], [
    "get a certificate for the name by which clients connect",
    "xin chứng chỉ cho tên mà các chương trình dùng để kết nối",
  ]);
}

function checkDates({ validFrom, validTo }: X509Certificate, file: string, now: number): Finding {
  const days = Math.floor((Date.parse(validTo) - now) / DAY);
  const renew: [string, string] = [
    "renew it and send the server SIGHUP",
    "gia hạn rồi gửi SIGHUP cho máy chủ",
  ];
  if (Date.parse(validFrom) > now) {
    return wrong("dates", "problem", [
      `${file} is not valid before ${validFrom}`,
      `${file} chưa có hiệu lực trước ${validFrom}`,
    ], ["look whether the clock is right", "xem lại đồng hồ của máy"]);
  }
  if (days < 0) {
    return wrong(
      "dates",
      "problem",
      [`${file} has ended on ${validTo}`, `${file} đã hết hạn ngày ${validTo}`],
      renew,
    );
  }
  if (days < RENEW_DAYS) {
    return wrong(
      "dates",
      "warning",
      [`${file} ends in ${days} days`, `${file} hết hạn sau ${days} ngày`],
      renew,
    );
  }
  return ok("dates", `${file} ends on ${validTo}`, `${file} hết hạn ngày ${validTo}`);
}

function checkKey(file: string): Finding {
  const { mode } = Deno.statSync(file);
  if (Deno.build.os === "windows" || mode === null || (mode & 0o007) === 0) {
    return ok("key", `others can't read ${file}`, `người khác không đọc được ${file}`);
  }
  return wrong(
    "key",
    "problem",
    [`everybody on this machine can get at ${file}`, `ai dùng máy này cũng vào được ${file}`],
    [`run chmod o= ${file}`, `chạy chmod o= ${file}`],
  );
}
