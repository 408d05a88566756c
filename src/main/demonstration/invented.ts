import type { Chance } from "./chance.ts";

const givenNames = [
  "Sanne",
  "Lieke",
  "Ewa",
  "Agnieszka",
  "Fatima",
  "Amira",
  "Noor",
  "Yara",
  "Tigist",
  "Selam",
  "Chloé",
  "Renée",
  "Zoë",
  "Melissa",
  "Kim",
  "Wendy",
  "Romy",
  "Jasmijn",
  "Esmée",
  "Sümeyye",
  "Aïsha",
  "Małgorzata",
  "Priscilla",
  "Daniëlle",
  "Anouk",
  "Ilse",
  "Marie-José",
  "Nour",
  "Selin",
  "Lina",
];
const partnerNames = ["Rik", "Mark", "Piotr", "Yusuf", "Dawit", "Jeroen", "Kevin", "Ömer", "Luca", "Bart", "Samir", "Stefan"];
const familyNames: readonly (readonly [prefix: string | null, name: string])[] = [
  [null, "Frijns"],
  [null, "Dassen"],
  [null, "Öztürk"],
  [null, "Crombach"],
  ["van der", "Smeets"],
  [null, "Hermans"],
  ["van", "Loo"],
  ["de", "Wolters"],
  [null, "Kowalczyk"],
  [null, "Tesfay"],
  ["el", "Bakkali"],
  [null, "Bouaziz"],
  ["van 't", "Hof"],
  [null, "Nijsten"],
  [null, "Pluijmaekers"],
  [null, "Ramakers"],
  ["ten", "Have"],
  [null, "Schröder"],
  [null, "Vroomen"],
  [null, "Gielen"],
  [null, "Souren"],
  [null, "Jacobs"],
  [null, "Peters"],
  [null, "Debie"],
];
const streets = ["Akerstraat", "Kerkstraat", "Molenweg", "Putgraaf", "Sint Jansstraat", "Dorpsstraat", "Heuvelweg", "Wilhelminastraat"];
const insurers = [
  "CZ",
  "CZ",
  "CZ",
  "VGZ",
  "VGZ",
  "IZA",
  "Univé",
  "OHRA",
  "IZZ",
  "VGZ Ruime Keuze",
  "Zilveren Kruis",
  "Menzis",
  "DSW",
  null,
];
const languages: readonly (readonly [code: string, interpreter: number])[] = [
  ["nl", 0],
  ["nl", 0],
  ["nl", 0],
  ["nl", 0],
  ["nl", 0],
  ["pl", 40],
  ["ar", 60],
  ["ti", 90],
  ["de", 0],
  ["tr", 30],
];

/** Places of the region with a postcode area that is theirs; numbers and letters are made up. */
const places: Readonly<Record<string, readonly (readonly [place: string, digits: number])[]>> = {
  GM0917: [
    ["Heerlen", 6411],
    ["Heerlen", 6417],
    ["Hoensbroek", 6431],
  ],
  GM0928: [
    ["Kerkrade", 6461],
    ["Eygelshoven", 6471],
  ],
  GM0882: [["Landgraaf", 6371]],
  GM0899: [["Brunssum", 6441]],
  GM0965: [["Simpelveld", 6369]],
  GM0986: [["Voerendaal", 6367]],
  GM1954: [
    ["Nuth", 6361],
    ["Schinnen", 6365],
  ],
  GM1883: [
    ["Sittard", 6131],
    ["Geleen", 6161],
  ],
  GM0971: [["Stein", 6171]],
  GM0888: [["Beek", 6191]],
  GM0935: [
    ["Maastricht", 6211],
    ["Maastricht", 6217],
  ],
  GM1903: [["Margraten", 6269]],
  GM1729: [["Gulpen", 6271]],
  GM0938: [["Meerssen", 6231]],
  GM0981: [["Vaals", 6291]],
  GM0994: [["Valkenburg", 6301]],
};

/** An invented woman, her partner perhaps, and where they live. */
export function inventFamily(chance: Chance, municipality: string) {
  const [prefix, familyName] = chance.oneOf(familyNames);
  const [language, interpreter] = chance.oneOf(languages);
  const [place, digits] = chance.oneOf(places[municipality] ?? [["Heerlen", 6411] as const]);
  const letters = () => String.fromCharCode(65 + chance.between(0, 10));
  return {
    mother: {
      givenName: chance.oneOf(givenNames),
      prefix,
      familyName,
      birthDate: `${chance.between(1984, 2007)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
      insurer: chance.oneOf(insurers),
    },
    ...(chance.inHundred(70)
      ? {
          partner: {
            givenName: chance.oneOf(partnerNames),
            prefix: null,
            familyName: chance.oneOf(familyNames)[1],
            birthDate: `${chance.between(1980, 2004)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
          },
        }
      : {}),
    language,
    interpreterNeeded: chance.inHundred(interpreter),
    contactWish: chance.inHundred(30)
      ? chance.oneOf(["Liefst bellen ma-vr na 17 uur", "Niet bellen op woensdag", "Liefst een sms vooraf", "Belt zelf terug"])
      : null,
    address: {
      street: chance.oneOf(streets),
      houseNumber: String(chance.between(1, 220)),
      postcode: `${digits}${letters()}${letters()}`,
      place,
      municipality,
    },
    contacts: [
      {
        channel: "phone" as const,
        value: `06 1234 ${chance.between(1000, 9999)}`,
        safe: chance.inHundred(80) ? true : null,
        safeMoments: chance.inHundred(25) ? "overdag" : null,
      },
      ...(chance.inHundred(60) ? [{ channel: "letter" as const, value: "huisadres", safe: true }] : []),
    ],
    parity: chance.oneOf(["G1P0", "G2P1", "G3P2", "G1P0", "G2P0"]),
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
