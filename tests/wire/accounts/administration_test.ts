import assert from "node:assert/strict";
import { withServer } from "../with_server.ts";

/** The Vietnamese names in the log. */
const NAMES: Record<string, string> = {
  set_name: "đặt tên hiển thị",
  passwd: "đổi mật khẩu",
  sessions: "xem phiên đăng nhập",
  end_session: "kết thúc phiên đăng nhập",
  join: "đăng ký bằng lời mời",
  invite: "mời",
  invitations: "xem lời mời",
  revoke: "thu hồi lời mời",
  users: "xem tài khoản",
  set_role: "đặt vai trò",
  disable: "vô hiệu hóa tài khoản",
  enable: "kích hoạt tài khoản",
  reset_password: "đặt lại mật khẩu",
  settings: "xem cấu hình",
};

Deno.test("accounts are run over the wire, outlive a restart, and stand in the log", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  const now = new Date(2026, 10, 23, 12).getTime();
  const setup = { directory, now: () => now };
  try {
    let token = "";
    let code = "";
    await withServer(
      async ({ connect, server }) => {
        const alice = await connect();
        token = await alice.join("alice");
        assert.match(await server.operate("set_role - alice admin"), /^ok set_role /);
        await alice.ok(`set_name ${token} Nguyễn Thị Lan`);
        code = (await alice.ok(`invite ${token} 2`)).invitation.code;
      },
      {},
      setup,
    );
    await withServer(
      async ({ connect }) => {
        const [alice, bob] = await Promise.all([connect(), connect()]);
        assert.equal((await alice.ok(`whoami ${token}`)).user.name, "Nguyễn Thị Lan");
        await bob.ok(`join ${code} bob matkhau-123`);
        const bobToken = (await bob.ok("login bob matkhau-123")).token;
        await bob.ok(`passwd ${bobToken} mật khẩu mới`);
        assert.equal((await alice.ok(`invitations ${token}`)).invitations[0].used, 1);
        await alice.ok(`revoke ${token} 1`);
        const { sessions } = await bob.ok(`sessions ${bobToken}`);
        assert.equal(sessions[0].address, "127.0.0.1");
        await alice.ok(`set_role ${token} bob admin`);
        const { settings } = await alice.ok(`settings ${token}`);
        const registration = settings.find((it: { option: string }) =>
          it.option === "registration"
        );
        assert.deepEqual(registration, {
          option: "registration",
          value: "invite",
          default: "open",
          source: "default",
          variable: "CHUNG_REGISTRATION",
        });
        await alice.ok(`reset_password ${token} bob matkhau-123`);
        await alice.ok(`disable ${token} bob`);
        await alice.ok(`enable ${token} bob`);
        assert.equal((await alice.ok(`users ${token}`)).users[1].role, "admin");
        const [{ id }] = (await alice.ok(`sessions ${token}`)).sessions;
        await alice.ok(`end_session ${token} ${id}`);
        await alice.err(`whoami ${token}`);
      },
      { registration: "invite" },
      setup,
    );
    for (const [action, name] of Object.entries(NAMES)) {
      const log = Deno.readTextFileSync(
        `${directory}/log/23_11_2026/${action}_log_23_11_2026.log`,
      );
      const [, first] = log.split("ActionName: ");
      assert(first.startsWith(`${name}\nActionType: ${action}\nUser: `), first);
      assert(first.includes(`\nMessageRequest: ${action} ***`), first);
      for (const secret of [code, "matkhau-123", "mật khẩu mới", token]) {
        assert(!log.includes(secret), action);
      }
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
