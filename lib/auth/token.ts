import { errors, jwtVerify, SignJWT } from "jose";
import { ChungError } from "../errors.ts";
import { invalidToken } from "../model/accounts/refusals.ts";
import { loadTokenSecret } from "./token_secret.ts";

/** The claims of a token. Times are Unix seconds; the token is valid before `expiresAt`. */
export interface TokenClaims {
  /** `sub` */
  username: string;
  /** `jti` */
  id: string;
  /** `iat` */
  issuedAt: number;
  /** `exp` */
  expiresAt: number;
}

const ALGORITHM = "HS256";

/**
 * Three base64url parts. The last is a 32-byte digest whose two spare bits must be zero: otherwise one signature would
 * have several encodings, and each would pass for a different token.
 */
const FORMAT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Issues and verifies the tokens of the action `login`: JWTs (RFC 7519) signed with HMAC-SHA-256. */
export class Tokens {
  readonly #key: CryptoKey;

  private constructor(key: CryptoKey) {
    this.#key = key;
  }

  /**
   * @param secretPath path of the secret's file, created if missing
   * @throws Error that names the file and the remedy
   */
  static async open(secretPath: string): Promise<Tokens> {
    const secret = await loadTokenSecret(secretPath);
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    return new Tokens(
      await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign", "verify"]),
    );
  }

  async issue({ username, id, issuedAt, expiresAt }: TokenClaims): Promise<string> {
    return await new SignJWT({ sub: username, jti: id, iat: issuedAt, exp: expiresAt })
      .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
      .sign(this.#key);
  }

  /**
   * Returns the claims of a valid token.
   * @param now Unix milliseconds
   * @throws ChungError `token_expired`, `invalid_token`
   */
  async verify(token: string, now: number): Promise<TokenClaims> {
    if (!FORMAT.test(token)) throw invalidToken();
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        requiredClaims: ["sub", "jti", "iat", "exp"],
        currentDate: new Date(now),
      });
      const { sub, jti, iat, exp } = payload;
      if (typeof sub === "string" && typeof jti === "string" && isTime(iat) && isTime(exp)) {
        return { username: sub, id: jti, issuedAt: iat, expiresAt: exp };
      }
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw tokenExpired();
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    throw invalidToken();
  }
}

export function tokenExpired(): ChungError {
  return new ChungError("token_expired", "this token has expired: log in again");
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
