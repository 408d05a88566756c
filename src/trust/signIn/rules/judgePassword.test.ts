import assert from "node:assert/strict";
import { test } from "node:test";
import { judgePassword } from "./judgePassword.ts";

const about = { login: "petra.lemmens@praktijkdemaas.nl", name: "Petra Lemmens" };
const cases = [
  ["a sentence is good, without any rule for signs", "drie fietsen in de regen", null],
  ["twelve characters are enough", "kussenlamp47", null],
  ["eleven are not", "kussenlamp4", "too-short"],
  ["letters count as letters in every script", "ясноесолнцевутром", null],
  ["an accent typed as two signs is one letter", "cafe\u0301cafe\u0301ab!", "too-short"],
  ["a very long one only costs time", "ab ".repeat(80), "too-long"],
  ["one of the most used", "Welkom123456", "most-used"],
  ["one of the most used with signs between", "wachtwoord-123!", "most-used"],
  ["one of the most used with a year behind", "Geboortezorg2026", "most-used"],
  ["one piece over and over", "aaaaaaaaaaaaaa", "most-used"],
  ["two signs over and over", "abababababab!", "most-used"],
  ["a row of the keyboard", "qwertyuiopas", "most-used"],
  ["a row of figures", "123456789012", "most-used"],
  ["only signs", "!!!???!!!???!!!", "most-used"],
  ["one's own name with a figure", "PetraLemmens1", "own-name"],
  ["the name of the product and oneself", "wieg-petra-2026", "own-name"],
  ["one's name inside a sentence is fine", "petra fietst naar zee", null],
] as const;

for (const [name, password, answer] of cases) test(name, () => assert.equal(judgePassword(password, about), answer));
