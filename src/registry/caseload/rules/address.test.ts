import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, readPostcode } from "./address.ts";

const addresses: readonly (readonly [address: string, number: string, addition: string, expected: readonly (string | number | null)[]])[] =
  [
    ["Sint Jansstraat 15-2", "", "", ["Sint Jansstraat", 15, "2"]],
    ["Kerkstraat 119a", "", "", ["Kerkstraat", 119, "a"]],
    ["Sint Jansstraat 143 bis", "", "", ["Sint Jansstraat", 143, "bis"]],
    ["Putgraaf 11", "", "", ["Putgraaf", 11, null]],
    ["1e Dwarsstraat 4", "", "", ["1e Dwarsstraat", 4, null]],
    ["Plein 1944 12", "", "", ["Plein 1944", 12, null]],
    ["Kerkstraat", "12", "B", ["Kerkstraat", 12, "B"]],
    ["Kerkstraat", "12 bis", "", ["Kerkstraat", 12, "bis"]],
    ["Kerkstraat", "", "", ["Kerkstraat", null, null]],
    ["geen", "", "", [null, null, null]],
    ["", "", "", [null, null, null]],
  ];
for (const [address, number, addition, expected] of addresses)
  test(`address: ${address} ${number}${addition}`, () => {
    const read = readAddress(address, number, addition);
    assert.deepEqual([read.street, read.houseNumber, read.houseNumberAddition], expected);
  });

const postcodes: readonly (readonly [sentence: string, text: string, expected: readonly (string | null)[]])[] = [
  ["as it should be", "6372 AB", ["6372 AB", null]],
  ["small letters, no space", "6416hb", ["6416 HB", null]],
  ["with the country", "NL-6416 HB", ["6416 HB", null]],
  ["the letters are missing", "6372", [null, "6372", "postcode-without-letters"]],
  ["from across the German border", "52062", [null, "52062", "postcode-foreign"]],
  ["from across the Belgian border", "B-3620", [null, "B-3620", "postcode-foreign"]],
  ["a letter for a digit, as a scan does", "64I6 HB", ["6416 HB", null, "postcode-unreadable"]],
  ["never with a zero in front", "0372 AB", [null, null, "postcode-unreadable"]],
  ["words", "bij haar moeder", [null, null, "postcode-unreadable"]],
  ["none", "", [null, null]],
];
for (const [sentence, text, expected] of postcodes)
  test(`postcode: ${sentence}`, () => {
    const { value, remarked } = readPostcode(text);
    assert.deepEqual([value.postcode, value.written, ...remarked.map(({ code }) => code)], expected);
  });
