import { z } from "zod";
import { helpChannels, helpTopics, safeMoments, type DoorLanguage } from "./helpRequest.ts";

/** What she has answered so far. */
export const draftAnswers = z.object({
  postcode: z.string().optional(),
  municipality: z.string().optional(),
  topics: z.array(z.enum(helpTopics)).optional(),
  words: z.string().optional(),
  givenName: z.string().optional(),
  channel: z.enum(helpChannels).optional(),
  contact: z.string().optional(),
  speaks: z.string().optional(),
  safeMoments: z.array(z.enum(safeMoments)).optional(),
  momentWords: z.string().optional(),
  othersMayAnswer: z.boolean().optional(),
});
export type DraftAnswers = z.output<typeof draftAnswers>;

export const doorSteps = [1, 2, 3, 4, 5] as const;
/** One question a screen: where, what about, in her own words, how to reach her, and when. */
export type DoorStep = (typeof doorSteps)[number];

/** Addresses of the front door, by language. */
export const doorways: Readonly<Record<DoorLanguage, { readonly base: string; readonly sent: string; readonly leave: string }>> = {
  nl: { base: "/hulp-vragen", sent: "/hulp-vragen/verstuurd", leave: "/hulp-vragen/weg" },
  en: { base: "/en/ask-for-help", sent: "/en/ask-for-help/sent", leave: "/en/ask-for-help/leave" },
};

export const stepAddress = (language: DoorLanguage, step: DoorStep): string =>
  step === 1 ? doorways[language].base : `${doorways[language].base}/${step}`;

/** Value of the choice "somewhere else", outside the region. */
export const elsewhere = "elsewhere";
