import fc from "fast-check";

/** Text in which markup is likely. */
export const markupText = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."* ** _ ` `` ``` \\ > - • 1. \n | a | ấ |  | ( | ) | @an |https://a.vn/_|www.| . | , |\t"
        .split(/[ |]/),
      " ",
      "\n",
      "\n- ",
      "\n  - ",
      "\n> ",
      "\n```\n",
      "😀",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  ),
  { maxLength: 40 },
).map((pieces) => pieces.join(""));
