import type { LetterFrame } from "../letter.ts";

/** An invented sender, family and region; a test changes what it is about. */
export const aFrame = (part: Partial<LetterFrame> = {}): LetterFrame => ({
  language: "nl",
  date: "2026-03-12",
  addressee: { name: "Amira Yılmaz", lines: ["Lindestraat 14", "6411 KL  Heerlen"] },
  sender: { organisation: "Geboortezorg Limburg", returnAddress: "Postbus 100, 6400 AC Heerlen", window: "left" },
  contact: {
    name: "Noor Janssen",
    role: "verloskundige",
    organisation: "Verloskundigenpraktijk De Ooievaar",
    telephone: "045 - 123 45 67",
    reachable: "maandag tot en met vrijdag, 9.00 tot 17.00 uur",
  },
  programme: {
    name: "Geboortezorg Flex",
    area: "Parkstad of Sittard-Geleen",
    insurers: "CZ of VGZ",
    maternityCare: "Geboortezorg Limburg",
    monthsAfterBirth: 6,
  },
  objection: { to: "de projectgroep Geboortezorg Flex", address: "Postbus 100, 6400 AC Heerlen", telephone: "045 - 123 45 00" },
  complaints: { to: "de klachtenfunctionaris van Geboortezorg Limburg", telephone: "045 - 123 45 01" },
  ...part,
});
