import { elsewhere, type DoorStep, type DraftAnswers } from "../frontDoor.ts";
import type { DoorTexts } from "../frontDoor.texts.ts";
import { helpChannels, helpTopics, safeMoments } from "../helpRequest.ts";

/** What a form posted. */
export type Posted = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Limits of what is typed. */
export const longest = { words: 5000, name: 120, contact: 200, moments: 500, speaks: 60 } as const;

export type ReadAnswer = { readonly answers: DraftAnswers } | { readonly errors: Readonly<Record<string, string>> };

/** What she answered to one question, or what to mend. Where she lives needs the database too, and is looked at after this. */
export function readAnswer(step: DoorStep, posted: Posted, texts: DoorTexts, earlier: DraftAnswers): ReadAnswer {
  return readers[step](reading(posted), texts.errors, earlier);
}

type Errors = DoorTexts["errors"];
type Reading = ReturnType<typeof reading>;

const readers: Readonly<Record<DoorStep, (read: Reading, errors: Errors, earlier: DraftAnswers) => ReadAnswer>> = {
  1: (read, errors) => {
    const municipality = read.text("municipality");
    const postcode = read.text("postcode").replace(/\s/g, "").toUpperCase();
    if (municipality !== "")
      return /^GM\d{4}$/.test(municipality) || municipality === elsewhere
        ? { answers: { municipality, postcode } }
        : { errors: { municipality: errors.where } };
    if (postcode === "") return { errors: { postcode: errors.where } };
    return /^[1-9]\d{3}[A-Z]{2}$/.test(postcode) ? { answers: { postcode } } : { errors: { postcode: errors.postcode } };
  },
  2: (read) => ({ answers: { topics: read.among("topics", helpTopics) } }),
  3: (read, errors) => {
    const words = read.text("words");
    const givenName = read.text("givenName");
    const wrong = {
      ...(words.length > longest.words && { words: errors.tooLong }),
      ...(givenName.length > longest.name && { givenName: errors.tooLong }),
    };
    return Object.keys(wrong).length > 0 ? { errors: wrong } : { answers: { words, givenName } };
  },
  4: (read, errors) => {
    const channel = helpChannels.find((one) => one === read.text("channel"));
    const contact = read.text("contact");
    const speaks = read.text("speaks");
    if (speaks.length > longest.speaks) return { errors: { speaks: errors.tooLong } };
    if (channel === undefined) return { errors: { channel: errors.channel } };
    if ((channel === "phone" || channel === "sms") && !isTelephone(contact)) return { errors: { contact: errors.phone } };
    if (channel === "email" && !isEmail(contact)) return { errors: { contact: errors.email } };
    return { answers: { channel, contact: channel === "self" ? "" : contact, speaks } };
  },
  5: (read, errors, { channel }) => {
    const moments = read.among("safeMoments", safeMoments);
    const momentWords = read.text("momentWords");
    const others = read.text("othersMayAnswer");
    if (momentWords.length > longest.moments) return { errors: { momentWords: errors.tooLong } };
    if (channel === "self") return { answers: { safeMoments: [], momentWords, othersMayAnswer: false } };
    if (moments.length === 0 && momentWords === "") return { errors: { safeMoments: errors.when } };
    if (others !== "yes" && others !== "no") return { errors: { othersMayAnswer: errors.others } };
    return { answers: { safeMoments: moments, momentWords, othersMayAnswer: others === "yes" } };
  },
};

function reading(posted: Posted) {
  const text = (name: string) => {
    const value = posted[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).replaceAll("\0", "").replaceAll("\r\n", "\n").trim();
  };
  const among = <One extends string>(name: string, all: readonly One[]) => all.filter((one) => [posted[name] ?? []].flat().includes(one));
  return { text, among };
}

const isTelephone = (typed: string): boolean =>
  typed.length <= longest.contact && /^\+?[\d\s().-]{6,30}$/.test(typed) && typed.replace(/\D/g, "").length >= 6;
const isEmail = (typed: string): boolean => typed.length <= longest.contact && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed);
