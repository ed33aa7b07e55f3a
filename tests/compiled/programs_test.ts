import assert from "node:assert/strict";
import { VERSION } from "../../lib/cli/version.ts";
import { testExecutables } from "./executables.ts";

for (const name of ["chung-server", "chung"]) {
  testExecutables(`${name} tells its options, its version, and what is wrong`, async (place) => {
    const run = async (args: string[]) => {
      const program = place.start(name, args);
      return { ...await program.end(), output: program.lines.join("\n") };
    };
    const help = await run(["--help"]);
    assert.equal(help.code, 0, help.errors);
    assert.match(help.output, /--port PORT/);
    assert.deepEqual(await run(["--version"]), {
      code: 0,
      errors: "",
      output: `${name} ${VERSION}`,
    });
    const wrong = await run(["--prot", "1"]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.errors, new RegExp(`^${name}: [^\n]*--prot[^\n]*\n$`));
    assert.deepEqual(place.files(), []);
  });
}
