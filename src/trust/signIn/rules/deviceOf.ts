const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bOPR\//, "Opera"],
  [/Chrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "een iPhone"],
  [/\biPad\b/, "een iPad"],
  [/\bAndroid\b.*\bMobile\b/, "een Android-telefoon"],
  [/\bAndroid\b/, "een Android-tablet"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "een Mac"],
  [/\bCrOS\b/, "een Chromebook"],
  [/\bLinux\b/, "Linux"],
];

const named = (list: readonly (readonly [RegExp, string])[], agent: string) => list.find(([sign]) => sign.test(agent))?.[1];

/** A browser in words by which its owner knows it again: nothing more of it is kept. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? "";
  const browser = named(browsers, agent) ?? "Een browser";
  const system = named(systems, agent);
  return system === undefined ? browser : `${browser} op ${system}`;
}
