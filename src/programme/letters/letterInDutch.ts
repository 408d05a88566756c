import type { LetterTexts } from "./letter.texts.ts";

/** Plain Dutch (B1), "u", short sentences. Nothing in it that another reader in the house may not know (domain.md 4.1). */
export const dutch: LetterTexts = {
  months: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  salutation: (name) => `Beste ${name},`,
  closing: "Met vriendelijke groet,",
  contact: {
    heading: "Heeft u een vraag?",
    ask: (name, role) => `Stel uw vraag aan ${name}, uw ${role}.`,
    call: (telephone, reachable) => `Bel ${telephone}. U kunt bellen op ${reachable}.`,
  },
  complaint: {
    heading: "Heeft u een klacht?",
    text: (to, telephone) =>
      `Bent u niet tevreden over hoe wij met u omgaan? Vertel het ons. U kunt ook een klacht indienen bij ${to}. Bel ${telephone}. Dat kost niets.`,
  },
  yes: {
    title: ({ name }) => `U doet mee aan ${name}`,
    opening: (pillar) => (names) =>
      pillar === 1
        ? `U heeft een plaats in ${names.name}. U betaalt geen eigen bijdrage voor uw kraamzorg. In deze brief leest u wat dat betekent.`
        : `U heeft een plaats in ${names.name}. U krijgt extra hulp van een kraamverzorgende, ook na de kraamweek. In deze brief leest u wat dat betekent.`,
    meaning: "Wat betekent dit voor u?",
    coPayment: {
      none: ({ name }) =>
        `Uw zorgverzekering betaalt de kraamzorg. Voor elk uur moet een gezin zelf ook een deel betalen: de eigen bijdrage. Dat deel betaalt ${name} voor u.`,
      header: ["Uren kraamzorg", "Eigen bijdrage per uur", "Samen", "U betaalt"],
      row: (hours, cents, total) => [`${hours} uur`, cents, total, "€ 0,00"],
      rateOnly: (year, cents) => `De eigen bijdrage is in ${year} ${cents} per uur. U betaalt dit niet.`,
      rateUnknown: (year) => `Het bedrag per uur voor ${year} is nog niet bekend. U hoeft het niet te betalen, hoe hoog het ook wordt.`,
      rateZero: (year) => `In ${year} is er geen eigen bijdrage. Ook als dat verandert, betaalt u niets.`,
      assumed:
        "Het bedrag per uur staat nog niet vast. Wij rekenen hier met een aanname. Wordt het bedrag anders? Ook dan betaalt u het niet.",
      otherHours: "Krijgt u meer of minder uren kraamzorg? Ook dan betaalt u geen eigen bijdrage.",
      hoursOpen: "Uw verloskundige bespreekt met u hoeveel uren kraamzorg u krijgt.",
    },
    extraHours: {
      help: ({ maternityCare }) =>
        `Een kraamverzorgende van ${maternityCare} komt bij u thuis. Zij helpt u met de zorg voor uw baby en met wat u zelf belangrijk vindt. Als het kan, is het dezelfde kraamverzorgende als in de kraamweek.`,
      agreed: (hours) =>
        `Met u is afgesproken: ${hours} uur. U kiest samen wanneer: een paar uur op een dag, een paar dagen achter elkaar, of met meer tijd ertussen.`,
      hoursOpen: "Samen met u spreken wij af hoeveel uren hulp u krijgt en wanneer.",
      until: (day) => `De hulp kan tot en met ${day}.`,
      untilOpen: ({ monthsAfterBirth }) => `De hulp kan tot ${monthsAfterBirth} maanden na de geboorte.`,
      free: ({ name }) => `U betaalt niets voor deze extra uren. ${name} betaalt ze.`,
    },
    toDo: {
      heading: "Wat moet u doen?",
      items: (pillar, { maternityCare, name }) =>
        pillar === 1
          ? [
              `U hoeft niets te regelen. U blijft ingeschreven bij ${maternityCare}.`,
              "Krijgt u toch een rekening voor de eigen bijdrage? Bel dan eerst uw contactpersoon. U vindt het nummer hieronder.",
            ]
          : [
              `Vertel ${maternityCare} welke dagen en tijden voor u goed zijn.`,
              `Krijgt u een rekening voor de uren van ${name}? Bel dan eerst uw contactpersoon. U vindt het nummer hieronder.`,
            ],
    },
    goodToKnow: {
      heading: "Goed om te weten",
      items: [
        () => "U beslist. U mag altijd stoppen. U krijgt dan gewoon de zorg waar u recht op heeft.",
        () => "Kiest u later een andere zorgverzekeraar? Dan houdt u uw plaats.",
        () => "Gaat u verhuizen? Bel ons. Dan vertellen wij u wat dat betekent.",
        () => "U bepaalt met wie wij uw gegevens delen. U mag uw toestemming altijd intrekken. Ook dan houdt u uw plaats.",
      ],
    },
  },
  no: {
    title: ({ name }) => `U kunt nu niet meedoen aan ${name}`,
    opening: (pillar) => [
      ({ name, area }) =>
        pillar === 1
          ? `${name} is een proef in ${area}. Gezinnen die meedoen, betalen geen eigen bijdrage voor de kraamzorg.`
          : `${name} is een proef in ${area}. Gezinnen die meedoen, krijgen na de kraamweek nog extra uren hulp van een kraamverzorgende.`,
      () =>
        "U kunt nu helaas niet meedoen. In deze brief leest u waarom. U leest ook welke hulp er wel is, en wat u kunt doen als u het er niet mee eens bent.",
    ],
    why: {
      heading: "Waarom kunt u niet meedoen?",
      reasons: {
        residence: {
          lead: "Woonplaats.",
          text: ({ area }) => `Meedoen kan alleen als u woont in ${area}. Op de dag van het besluit woonde u daar niet.`,
        },
        insurer: {
          lead: "Verzekeraar.",
          text: ({ insurers }) => `Meedoen kan alleen als u voor zorg verzekerd bent bij ${insurers}. Dat bent u nu niet.`,
        },
        maternity_care: {
          lead: "Kraamzorg.",
          text: ({ maternityCare }) => `Meedoen kan alleen met kraamzorg van ${maternityCare}. U bent daar niet ingeschreven.`,
        },
        home_visit_consent: {
          lead: "Huisbezoek.",
          text: ({ name }) => `Bij ${name} hoort een huisbezoek van de jeugdgezondheidszorg. Dat huisbezoek is niet afgesproken.`,
        },
        triangle_consent: {
          lead: "Overleg.",
          text: ({ name }) =>
            `Bij ${name} hoort dat de verloskundige, de kraamverzorgende en de jeugdverpleegkundige samen met u overleggen. Dat overleg is niet afgesproken.`,
        },
        capacity: {
          lead: "De plaatsen zijn op.",
          text: ({ name }) => `${name} heeft een vast aantal plaatsen. Die zijn allemaal gegeven.`,
        },
      },
      more: () =>
        "In een brief past niet alles. Wilt u meer weten, of is er iets veranderd? Bel dan uw contactpersoon. U vindt het nummer hieronder.",
    },
    instead: {
      heading: "Welke hulp is er wel?",
      intro: "Uw gewone zorg gaat door. Dit is er voor u:",
      items: (pillar) => [
        ...(pillar === 1
          ? [
              "Uw verloskundige blijft voor u zorgen.",
              "U kunt kraamzorg krijgen. U betaalt dan wel de eigen bijdrage. Soms betaalt een aanvullende verzekering die. Vraag het aan uw verzekeraar.",
            ]
          : ["Uw huisarts blijft voor u zorgen."]),
        "De jeugdgezondheidszorg (het consultatiebureau) kijkt met u mee hoe het gaat met uw kind en met u.",
        "Uw gemeente geeft hulp en advies, dicht bij huis.",
      ],
      together: ({ name }) =>
        `Heeft u ergens hulp bij nodig? Zeg het tegen uw verloskundige of jeugdverpleegkundige. Samen met u zoeken zij de hulp die bij u past. Daarvoor hoeft u niet mee te doen aan ${name}.`,
    },
    disagree: {
      heading: "Bent u het niet eens met dit besluit?",
      paragraphs: ({ to, address, telephone, until }) => [
        `U kunt vragen of wij opnieuw kijken. Doe dat binnen 6 weken, dus uiterlijk op ${until}. Bel ${telephone}, of stuur een brief naar ${to}, ${address}.`,
        "Zet in uw brief: uw naam, uw adres, de datum van deze brief, en waarom u het niet eens bent met het besluit. Iemand anders mag u helpen. Het kost niets en uw zorg gaat gewoon door.",
      ],
    },
  },
};
