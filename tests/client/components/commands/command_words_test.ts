import assert from "node:assert/strict";
import {
  commandIn,
  type TypedCommand,
} from "../../../../client/components/commands/command_words.ts";

Deno.test("commands begin with their word in either language, with accents or without", () => {
  const task = (rest: string): TypedCommand => ({ name: "task", rest });
  const help = (rest: string): TypedCommand => ({ name: "help", rest });
  const cases: [text: string, command: TypedCommand | null][] = [
    ["/task Viết báo cáo", task("Viết báo cáo")],
    ["/TASK  Viết báo cáo ", task("Viết báo cáo")],
    ["/việc a", task("a")],
    ["/việc a".normalize("NFD"), task("a")],
    ["/viec", task("")],
    ["/task\na", task("a")],
    ["/help", help("")],
    ["/giúp", help("")],
    ["/giup\n", help("")],
    ["/Trợ giúp", help("")],
    ["/tro giup", help("")],
    ["/help task", help("task")],
    ["", null],
    ["/", null],
    ["/ tính sau", null],
    ["/etc/passwd", null],
    ["//task a", null],
    [" /task a", null],
    ["\n/task a", null],
    ["/tasks a", null],
    ["/task:a", null],
    ["/trợ", null],
    ["task a", null],
    ["a /task b", null],
  ];
  for (const [text, command] of cases) assert.deepEqual(commandIn(text), command, text);
});
