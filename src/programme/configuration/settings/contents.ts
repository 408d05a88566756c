import { z } from "zod";

/** What visits are for, beside the care itself: these two count extra for families in a vulnerable position [001 3.3.2]. */
export const accents = ["early_signalling", "attachment"] as const;
export type Accent = (typeof accents)[number];

/** What an assistant does in a visit, by code [domain 4.3]. */
export const contentsSettings = z.strictObject({
  list: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z_]{2,40}$/),
        label: z.string().min(2).max(120),
        accent: z.enum(accents).nullable(),
      }),
    )
    .min(1)
    .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, "each code stands once"),
  source: z.string().min(3),
});
export type Contents = z.infer<typeof contentsSettings>;
