import type { LetterTexts } from "./letter.texts.ts";

/** The same letters in plain English, sentence by sentence. */
export const english: LetterTexts = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  salutation: (name) => `Dear ${name},`,
  closing: "Kind regards,",
  contact: {
    heading: "Do you have a question?",
    ask: (name, role) => `Please ask ${name} (${role}).`,
    call: (telephone, reachable) => `Call ${telephone}. You can call on: ${reachable}.`,
  },
  complaint: {
    heading: "Do you have a complaint?",
    text: (to, telephone) =>
      `Are you not happy with how we treat you? Please tell us. You can also make a complaint to ${to}. Call ${telephone}. It is free.`,
  },
  yes: {
    title: ({ name }) => `You are taking part in ${name}`,
    opening: (pillar) => (names) =>
      pillar === 1
        ? `You have a place in ${names.name}. You do not pay your own share (eigen bijdrage) of your maternity care. This letter tells you what that means.`
        : `You have a place in ${names.name}. You get extra help from a maternity nurse, also after the first days. This letter tells you what that means.`,
    meaning: "What does this mean for you?",
    coPayment: {
      none: ({ name }) =>
        `Your health insurance pays for maternity care. For each hour a family also has to pay a share: the "eigen bijdrage". ${name} pays that share for you.`,
      header: ["Hours of care", "Share per hour", "Together", "You pay"],
      row: (hours, cents, total) => [`${hours} hours`, cents, total, "€ 0.00"],
      rateOnly: (year, cents) => `In ${year} the share is ${cents} per hour. You do not pay it.`,
      rateUnknown: (year) => `The amount per hour for ${year} is not known yet. You do not have to pay it, whatever it will be.`,
      rateZero: (year) => `In ${year} there is no share to pay. If that changes, you still pay nothing.`,
      assumed: "The amount per hour is not final yet. This is an assumption. If the amount changes, you still do not pay it.",
      otherHours: "Do you get more or fewer hours of maternity care? Then too, you pay no share.",
      hoursOpen: "Your midwife will talk with you about how many hours of maternity care you get.",
    },
    extraHours: {
      help: ({ maternityCare }) =>
        `A maternity nurse from ${maternityCare} comes to your home. She helps you care for your baby, and with what you find important. If possible, it is the same maternity nurse as in the first days.`,
      agreed: (hours) =>
        `Agreed with you: ${hours} hours. You choose together when: a few hours in a day, a few days in a row, or with more time in between.`,
      hoursOpen: "Together with you we agree how many hours of help you get, and when.",
      until: (day) => `You can get this help until ${day}.`,
      untilOpen: ({ monthsAfterBirth }) => `You can get this help until ${monthsAfterBirth} months after the birth.`,
      free: ({ name }) => `You pay nothing for these extra hours. ${name} pays for them.`,
    },
    toDo: {
      heading: "What do you have to do?",
      items: (pillar, { maternityCare, name }) =>
        pillar === 1
          ? [
              `You do not have to arrange anything. You stay registered with ${maternityCare}.`,
              "Do you get a bill for your own share all the same? Then first call your contact person. You find the number below.",
            ]
          : [
              `Tell ${maternityCare} which days and times are good for you.`,
              `Do you get a bill for the hours of ${name}? Then first call your contact person. You find the number below.`,
            ],
    },
    goodToKnow: {
      heading: "Good to know",
      items: [
        () => "You decide. You may stop at any time. You then get the care that you have a right to.",
        () => "Do you choose another health insurer later? You keep your place.",
        () => "Are you going to move? Call us. We will tell you what that means.",
        () => "You decide with whom we share your data. You may take back your consent at any time. You keep your place then too.",
      ],
    },
  },
  no: {
    title: ({ name }) => `You cannot take part in ${name} now`,
    opening: (pillar) => [
      ({ name, area }) =>
        pillar === 1
          ? `${name} is a pilot in ${area}. Families who take part do not pay their own share (eigen bijdrage) of maternity care.`
          : `${name} is a pilot in ${area}. Families who take part get extra hours of help from a maternity nurse, after the first days.`,
      () =>
        "We are sorry: you cannot take part now. This letter tells you why. It also tells you what help there is, and what you can do if you do not agree.",
    ],
    why: {
      heading: "Why can you not take part?",
      reasons: {
        residence: {
          lead: "Where you live.",
          text: ({ area }) => `You can only take part if you live in ${area}. On the day of the decision you did not live there.`,
        },
        insurer: {
          lead: "Insurer.",
          text: ({ insurers }) => `You can only take part if you have health insurance with ${insurers}. You do not have that now.`,
        },
        maternity_care: {
          lead: "Maternity care.",
          text: ({ maternityCare }) => `You can only take part with maternity care from ${maternityCare}. You are not registered there.`,
        },
        home_visit_consent: {
          lead: "Home visit.",
          text: ({ name }) => `A home visit by the youth health service is part of ${name}. That visit has not been agreed.`,
        },
        triangle_consent: {
          lead: "Consultation.",
          text: ({ name }) =>
            `In ${name} the midwife, the maternity nurse and the youth nurse talk together with you. That has not been agreed.`,
        },
        capacity: {
          lead: "There are no places left.",
          text: ({ name }) => `${name} has a fixed number of places. They have all been given.`,
        },
      },
      more: () =>
        "Not everything fits in a letter. Do you want to know more, or has something changed? Call your contact person. You find the number below.",
    },
    instead: {
      heading: "What help is there for you?",
      intro: "Your normal care goes on. This is there for you:",
      items: (pillar) => [
        ...(pillar === 1
          ? [
              "Your midwife goes on caring for you.",
              "You can get maternity care. You then pay your own share. Sometimes an additional insurance pays it. Ask your insurer.",
            ]
          : ["Your family doctor (huisarts) goes on caring for you."]),
        "The youth health service (consultatiebureau) follows with you how your child and you are doing.",
        "Your municipality (gemeente) gives help and advice, close to home.",
      ],
      together: ({ name }) =>
        `Do you need help with something? Tell your midwife or youth nurse. Together with you they look for the help that suits you. You do not have to take part in ${name} for that.`,
    },
    disagree: {
      heading: "Do you not agree with this decision?",
      paragraphs: ({ to, address, telephone, until }) => [
        `You can ask us to look again. Do so within 6 weeks: on ${until} at the latest. Call ${telephone}, or send a letter to ${to}, ${address}.`,
        "Write in your letter: your name, your address, the date of this letter, and why you do not agree with the decision. Someone else may help you. It is free and your care goes on as usual.",
      ],
    },
  },
};
