/** A stretch of house numbers of one postcode that lies in one municipality. */
export interface PostcodeArea {
  readonly postcode: string;
  readonly from: number;
  readonly to: number;
  readonly municipality: string;
}

/** Where the columns stand that are needed; null when this is not the file of Statistics Netherlands. */
export interface PostcodeHeading {
  readonly postcode: number;
  readonly number: number;
  readonly municipality: number;
  readonly separator: ";" | ",";
  /** Year of the municipalities: `Gemeente2025`. */
  readonly year: string;
}

/** Reads the heading `PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025`, in any order. */
export function readPostcodeHeading(line: string): PostcodeHeading | null {
  const separator = line.includes(";") ? ";" : ",";
  const names = line
    .replace(/^\uFEFF/, "")
    .trim()
    .split(separator)
    .map((name) => name.trim().replaceAll('"', "").toLowerCase());
  const municipality = names.findIndex((name) => /^gemeente(\d{4})?$/.test(name));
  const heading = {
    postcode: names.indexOf("pc6"),
    number: names.indexOf("huisnummer"),
    municipality,
    separator,
    year: /\d{4}/.exec(names[municipality] ?? "")?.[0] ?? "",
  } as const;
  return heading.postcode < 0 || heading.number < 0 || municipality < 0 ? null : heading;
}

/** One line as postcode, number and municipality code; null when it can't be read. */
export function readPostcodeLine(
  line: string,
  heading: PostcodeHeading,
): { postcode: string; number: number; municipality: string } | null {
  const cells = line.split(heading.separator);
  const postcode = (cells[heading.postcode] ?? "").replaceAll(/["\s]/g, "").toUpperCase();
  const number = Number((cells[heading.number] ?? "").replaceAll('"', ""));
  const code = (cells[heading.municipality] ?? "").replaceAll(/["\s]/g, "").toUpperCase().replace(/^GM/, "");
  if (!/^[1-9]\d{3}[A-Z]{2}$/.test(postcode) || !Number.isInteger(number) || number < 1 || !/^\d{1,4}$/.test(code)) return null;
  return { postcode, number, municipality: `GM${code.padStart(4, "0")}` };
}

/** Fewer than half of what is in use: a sample, or one region's part. Nobody means to throw the rest away by mistake. */
export const isFarSmaller = (postcodes: number, inUse: number): boolean => postcodes * 2 < inUse;

/** Gathers the lines of a country: one stretch for a postcode in one municipality, more for the few on a border. */
export class PostcodeTable {
  readonly #whole = new Map<string, string>();
  readonly #split = new Map<string, Map<number, string>>();
  readonly #numbers = new Map<string, number[]>();

  add({ postcode, number, municipality }: { postcode: string; number: number; municipality: string }): void {
    const split = this.#split.get(postcode);
    if (split) {
      split.set(number, municipality);
      return;
    }
    const known = this.#whole.get(postcode);
    if (known === undefined) this.#whole.set(postcode, municipality);
    else if (known !== municipality) this.#splitUp(postcode, known, number, municipality);
    if (!this.#split.has(postcode)) this.#keepNumber(postcode, number);
  }

  /** How many postcodes it holds. */
  get size(): number {
    return this.#whole.size;
  }

  *areas(): Generator<PostcodeArea> {
    for (const [postcode, municipality] of this.#whole) {
      const split = this.#split.get(postcode);
      if (!split) yield { postcode, from: 1, to: 99_999, municipality };
      else yield* stretches(postcode, split);
    }
  }

  #keepNumber(postcode: string, number: number): void {
    const numbers = this.#numbers.get(postcode);
    if (numbers) numbers.push(number);
    else this.#numbers.set(postcode, [number]);
  }

  #splitUp(postcode: string, known: string, number: number, municipality: string): void {
    const split = new Map((this.#numbers.get(postcode) ?? []).map((earlier) => [earlier, known]));
    split.set(number, municipality);
    this.#split.set(postcode, split);
    this.#numbers.delete(postcode);
  }
}

function* stretches(postcode: string, numbers: ReadonlyMap<number, string>): Generator<PostcodeArea> {
  const inOrder = [...numbers].sort(([left], [right]) => left - right);
  let open = null as PostcodeArea | null;
  for (const [number, municipality] of inOrder) {
    if (open?.municipality === municipality) open = { ...open, to: number };
    else {
      if (open) yield open;
      open = { postcode, from: number, to: number, municipality };
    }
  }
  if (open) yield open;
}
