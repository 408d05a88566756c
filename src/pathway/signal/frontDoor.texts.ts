import type { Day } from "../../kit/day.ts";
import { formatDay } from "../../kit/day.ts";
import type { DoorLanguage, HelpChannel, HelpTopic, SafeMoment } from "./helpRequest.ts";

type Choice = Readonly<{ label: string; hint?: string }>;

/** Everything that someone reads at the front door: plain words, no category, no care jargon. The compiler keeps the languages whole. */
export interface DoorTexts {
  readonly progress: (step: number, of: number) => string;
  readonly next: string;
  readonly send: string;
  readonly back: string;
  readonly restart: string;
  readonly otherLanguage: string;
  readonly day: (day: Day) => string;
  readonly danger: Readonly<{ now: string; notSafe: string; free: string }>;
  readonly leaveAlone: string;
  readonly where: Readonly<{
    heading: string;
    sub: string;
    intro: string;
    postcode: string;
    postcodeHint: string;
    municipality: string;
    choose: string;
    elsewhere: string;
  }>;
  readonly what: Readonly<{ heading: string; sub: string; label: string; topics: Readonly<Record<HelpTopic, string>> }>;
  readonly tell: Readonly<{ heading: string; sub: string; words: string; wordsHint: string; name: string; nameHint: string }>;
  readonly reach: Readonly<{
    heading: string;
    sub: string;
    label: string;
    channels: Readonly<Record<HelpChannel, Choice>>;
    contact: string;
    contactHint: string;
    speaks: string;
    speaksHint: string;
  }>;
  readonly when: Readonly<{
    heading: string;
    headingSelf: string;
    sub: string;
    subSelf: string;
    label: string;
    moments: Readonly<Record<SafeMoment, string>>;
    words: string;
    wordsHint: string;
    others: string;
    othersHint: string;
    yes: string;
    no: string;
    who: string;
  }>;
  readonly sent: Readonly<{
    heading: string;
    number: string;
    answer: (organisation: string, day: string) => string;
    answerSelf: (organisation: string) => string;
    call: (organisation: string) => string;
    keep: string;
    history: string;
    wantMore: string;
  }>;
  readonly gone: Readonly<{ heading: string; text: string }>;
  readonly outside: Readonly<{ heading: string; text: string }>;
  readonly busy: Readonly<{ heading: string; text: string }>;
  readonly away: Readonly<{ heading: string; text: string }>;
  readonly nowhere: Readonly<{ heading: string; text: string }>;
  readonly empty: string;
  readonly errors: Readonly<{
    where: string;
    postcode: string;
    tooLong: string;
    channel: string;
    phone: string;
    email: string;
    when: string;
    others: string;
    leaveEmpty: string;
  }>;
}

const nl: DoorTexts = {
  progress: (step, of) => `Vraag ${step} van ${of}`,
  next: "Verder",
  send: "Mijn vraag versturen",
  back: "Terug",
  restart: "Opnieuw beginnen",
  otherLanguage: "Spreekt u liever een andere taal?",
  day: formatDay,
  danger: { now: "Is er nu gevaar? Bel", notSafe: "Is het thuis niet veilig? Bel Veilig Thuis,", free: "(gratis, dag en nacht)." },
  leaveAlone: "Met “Snel weg” verlaat u deze pagina meteen. Wat u hebt ingevuld, is dan weg.",
  where: {
    heading: "Waar woont u?",
    sub: "Dan weten wij wie u kan helpen. U hoeft uw adres niet te zeggen.",
    intro: "Bent u zwanger, of zorgt u voor een kind tot 2 jaar? Hier kunt u hulp vragen. U hebt geen account nodig. Het kost niets.",
    postcode: "Uw postcode",
    postcodeHint: "Bijvoorbeeld 6411 AA",
    municipality: "Of kies uw gemeente",
    choose: "Kies uw gemeente",
    elsewhere: "Ik woon ergens anders",
  },
  what: {
    heading: "Waar wilt u hulp bij?",
    sub: "U mag meer kiezen. Niets is verplicht.",
    label: "Kies wat past",
    topics: {
      money: "Geld of rekeningen",
      housing: "Wonen",
      pregnancy: "Mijn zwangerschap",
      stress: "Stress of verdriet",
      baby: "Zorgen voor mijn baby",
      alone: "Ik sta er alleen voor",
      health: "Mijn gezondheid",
      other: "Iets anders",
    },
  },
  tell: {
    heading: "Wilt u er iets over vertellen?",
    sub: "Het hoeft niet. U kunt het ook later vertellen.",
    words: "In uw eigen woorden",
    wordsHint: "Schrijf zoals u praat. Fouten zijn niet erg.",
    name: "Hoe mogen wij u noemen?",
    nameHint: "Uw voornaam is genoeg.",
  },
  reach: {
    heading: "Hoe kunnen wij u veilig bereiken?",
    sub: "Kies een manier waarbij niemand meeleest of meeluistert die dat niet mag.",
    label: "Kies één manier",
    channels: {
      phone: { label: "Bel mij" },
      sms: { label: "Stuur mij een sms", hint: "Daarin staat niet waar het over gaat." },
      email: { label: "Stuur mij een e-mail", hint: "Daarin staat niet waar het over gaat." },
      self: { label: "Ik bel zelf", hint: "U krijgt een telefoonnummer." },
    },
    contact: "Uw telefoonnummer of e-mailadres",
    contactHint: "Niet nodig als u zelf belt.",
    speaks: "Welke taal spreekt u het liefst?",
    speaksHint: "Dan zoeken wij iemand die u begrijpt.",
  },
  when: {
    heading: "Wanneer is het veilig?",
    headingSelf: "Nog één vraag",
    sub: "Wij bellen of schrijven alleen dan.",
    subSelf: "U belt ons zelf. Na het versturen ziet u het nummer.",
    label: "Kies wat past",
    moments: {
      "weekday-morning": "Maandag tot en met vrijdag, 's ochtends",
      "weekday-afternoon": "Maandag tot en met vrijdag, 's middags",
      "weekday-evening": "Maandag tot en met vrijdag, 's avonds",
      weekend: "In het weekend",
      always: "Altijd, overdag en 's avonds",
    },
    words: "Wilt u er iets bij zeggen?",
    wordsHint: "Bijvoorbeeld: dinsdag na 10 uur.",
    others: "Mag er iemand anders opnemen of meelezen?",
    othersHint: "Zegt u nee? Dan zeggen wij alleen iets tegen u zelf.",
    yes: "Ja, dat is goed",
    no: "Nee, alleen ik",
    who: "Uw vraag gaat naar één organisatie bij u in de buurt. Alleen de mensen die daar vragen beantwoorden, lezen haar. Is een andere organisatie beter? Dan sturen zij uw vraag door.",
  },
  sent: {
    heading: "Uw vraag is verstuurd",
    number: "Uw nummer",
    answer: (organisation, day) => `${organisation} neemt contact met u op, uiterlijk ${day}. Op de manier en het moment dat u koos.`,
    answerSelf: (organisation) => `Bel ${organisation} wanneer het u uitkomt. Zij kennen uw vraag.`,
    call: (organisation) => `Wilt u eerder praten? Bel ${organisation}:`,
    keep: "Schrijf het nummer op als dat veilig is. U kunt het noemen als u belt.",
    history: "Mag niemand zien dat u hier was? Wis dan de geschiedenis van uw telefoon of computer.",
    wantMore: "Nog een vraag stellen",
  },
  gone: {
    heading: "Uw antwoorden zijn weg",
    text: "Dat gebeurt na een uur, na “Snel weg”, of als uw telefoon geen cookies bewaart. Niemand heeft ze gelezen. U kunt opnieuw beginnen. Bellen kan ook: naar uw verloskundige, huisarts of gemeente.",
  },
  outside: {
    heading: "Wij helpen in Zuid-Limburg",
    text: "Waar u woont, kunnen wij uw vraag niet aannemen. Bel uw verloskundige, uw huisarts of uw gemeente. Zij weten wie u bij u in de buurt helpt.",
  },
  busy: {
    heading: "Het is nu te druk",
    text: "Uw vraag is niet verstuurd. Bel uw verloskundige, uw huisarts of uw gemeente. Of probeer het later nog eens.",
  },
  away: {
    heading: "Het lukt nu niet",
    text: "Dat ligt aan ons, niet aan u. Uw vraag is niet verstuurd. Probeer het over een paar minuten nog eens, of bel uw verloskundige, uw huisarts of uw gemeente.",
  },
  nowhere: {
    heading: "Deze pagina is er niet",
    text: "U kunt opnieuw beginnen. Bellen kan ook: naar uw verloskundige, huisarts of gemeente.",
  },
  empty: "Laat dit leeg",
  errors: {
    where: "Vul uw postcode in of kies uw gemeente.",
    postcode: "Wij kennen deze postcode niet. Kies hieronder uw gemeente.",
    tooLong: "Dit is te lang. Maak het korter, of vertel de rest later.",
    channel: "Kies hoe wij u kunnen bereiken.",
    phone: "Vul een telefoonnummer in, zoals 06 12345678.",
    email: "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
    when: "Kies wanneer het veilig is, of schrijf het op.",
    others: "Kies ja of nee.",
    leaveEmpty: "Er ging iets mis met het invullen. Stuur het nog een keer.",
  },
};

const en: DoorTexts = {
  progress: (step, of) => `Question ${step} of ${of}`,
  next: "Next",
  send: "Send my question",
  back: "Back",
  restart: "Start again",
  otherLanguage: "Would you rather read another language?",
  day: (day) => Temporal.PlainDate.from(day).toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" }),
  danger: { now: "Are you in danger now? Call", notSafe: "Is it not safe at home? Call Veilig Thuis,", free: "(free, day and night)." },
  leaveAlone: "“Leave quickly” closes this page at once. What you filled in is then gone.",
  where: {
    heading: "Where do you live?",
    sub: "Then we know who can help you. You do not have to give your address.",
    intro: "Are you pregnant, or do you care for a child under 2? You can ask for help here. You do not need an account. It is free.",
    postcode: "Your postcode",
    postcodeHint: "For example 6411 AA",
    municipality: "Or choose your municipality",
    choose: "Choose your municipality",
    elsewhere: "I live somewhere else",
  },
  what: {
    heading: "What would you like help with?",
    sub: "You may choose more than one. You do not have to answer.",
    label: "Choose what fits",
    topics: {
      money: "Money or bills",
      housing: "Housing",
      pregnancy: "My pregnancy",
      stress: "Stress or sadness",
      baby: "Caring for my baby",
      alone: "I am on my own",
      health: "My health",
      other: "Something else",
    },
  },
  tell: {
    heading: "Would you like to tell us more?",
    sub: "You do not have to. You can also tell us later.",
    words: "In your own words",
    wordsHint: "Write the way you talk, in any language. Mistakes do not matter.",
    name: "What may we call you?",
    nameHint: "Your first name is enough.",
  },
  reach: {
    heading: "How can we reach you safely?",
    sub: "Choose a way in which nobody reads or listens along who should not.",
    label: "Choose one way",
    channels: {
      phone: { label: "Call me" },
      sms: { label: "Send me a text message", hint: "It does not say what it is about." },
      email: { label: "Send me an e-mail", hint: "It does not say what it is about." },
      self: { label: "I will call myself", hint: "You will get a telephone number." },
    },
    contact: "Your telephone number or e-mail address",
    contactHint: "Not needed if you call yourself.",
    speaks: "Which language do you like to speak?",
    speaksHint: "Then we look for someone who understands you.",
  },
  when: {
    heading: "When is it safe?",
    headingSelf: "One more question",
    sub: "We call or write only then.",
    subSelf: "You call us yourself. You will see the number after sending.",
    label: "Choose what fits",
    moments: {
      "weekday-morning": "Monday to Friday, in the morning",
      "weekday-afternoon": "Monday to Friday, in the afternoon",
      "weekday-evening": "Monday to Friday, in the evening",
      weekend: "At the weekend",
      always: "Any time, in the day and evening",
    },
    words: "Would you like to add something?",
    wordsHint: "For example: Tuesday after 10 o'clock.",
    others: "May someone else answer or read along?",
    othersHint: "If you say no, we speak with you alone.",
    yes: "Yes, that is fine",
    no: "No, only me",
    who: "Your question goes to one organisation near you. Only the people there who answer questions read it. If another organisation can help you better, they pass your question on.",
  },
  sent: {
    heading: "Your question was sent",
    number: "Your number",
    answer: (organisation, day) => `${organisation} will contact you, on ${day} at the latest. In the way and at the time that you chose.`,
    answerSelf: (organisation) => `Call ${organisation} when it suits you. They know your question.`,
    call: (organisation) => `Would you like to talk sooner? Call ${organisation}:`,
    keep: "Write the number down if that is safe. You can mention it when you call.",
    history: "Should nobody see that you were here? Then delete the history of your phone or computer.",
    wantMore: "Ask another question",
  },
  gone: {
    heading: "Your answers are gone",
    text: "That happens after an hour, after “Leave quickly”, or when your phone keeps no cookies. Nobody has read them. You can start again. You can also call your midwife, your doctor or your municipality.",
  },
  outside: {
    heading: "We help in Zuid-Limburg",
    text: "We cannot take your question where you live. Call your midwife, your doctor or your municipality. They know who can help near you.",
  },
  busy: {
    heading: "It is too busy now",
    text: "Your question was not sent. Call your midwife, your doctor or your municipality. Or try again later.",
  },
  away: {
    heading: "It does not work now",
    text: "That is our fault, not yours. Your question was not sent. Try again in a few minutes, or call your midwife, your doctor or your municipality.",
  },
  nowhere: {
    heading: "This page is not here",
    text: "You can start again. You can also call your midwife, your doctor or your municipality.",
  },
  empty: "Leave this empty",
  errors: {
    where: "Fill in your postcode or choose your municipality.",
    postcode: "We do not know this postcode. Choose your municipality below.",
    tooLong: "This is too long. Make it shorter, or tell the rest later.",
    channel: "Choose how we can reach you.",
    phone: "Fill in a telephone number, such as 06 12345678.",
    email: "Fill in an e-mail address, such as name@example.com.",
    when: "Choose when it is safe, or write it down.",
    others: "Choose yes or no.",
    leaveEmpty: "Something went wrong while filling in. Please send it again.",
  },
};

export const doorTexts: Readonly<Record<DoorLanguage, DoorTexts>> = { nl, en };

/** What a language is called in itself. */
export const languageNames: Readonly<Record<DoorLanguage, string>> = { nl: "Nederlands", en: "English" };
