import type { Protocol } from "../../configuration/settings/indication.ts";
import type { BuildUpLine, Indicated, IndicationFacts } from "../indication.ts";

/**
 * Hours by a protocol, line by line. First what is needed (feeding, more children, reasons, the professional's own judgement), then the
 * least and the most, then the days in hospital: those never bring it below nothing, and no more of them count than the protocol has days.
 */
export function decideIndication(protocol: Protocol, facts: IndicationFacts): Indicated {
  const needed = [basis(protocol, facts), ...extraChildren(protocol, facts), ...additions(protocol, facts), ...own(facts)];
  const sum = total(needed);
  const minutes = Math.min(Math.max(sum, protocol.minimum), protocol.maximum);
  const limit = minutes > sum ? "minimum" : minutes < sum ? "maximum" : null;
  const limited = limit === null ? [] : [lineOf(limit, minutes - sum)];
  const hospital = inHospital(protocol, facts, minutes);
  const lines = [...needed, ...limited, ...hospital];
  return {
    minutes,
    minutesAfterHospital: total(lines),
    lines,
    limits: [
      ...(limit === null ? [] : ([limit] as const)),
      ...(hospital.length > 0 && hospitalIsCut(protocol, facts, minutes) ? ["hospital-days" as const] : []),
    ],
  };
}

const total = (lines: readonly BuildUpLine[]): number => lines.reduce((sum, line) => sum + line.minutes, 0);

const lineOf = (kind: BuildUpLine["kind"], minutes: number, more: Partial<BuildUpLine> = {}): BuildUpLine => ({
  kind,
  code: kind,
  label: null,
  minutes,
  times: 1,
  assumed: false,
  ...more,
});

const basis = ({ feeding, assumed }: Protocol, facts: IndicationFacts): BuildUpLine =>
  lineOf("basis", feeding[facts.feeding], { code: facts.feeding, assumed });

function extraChildren({ extraChild }: Protocol, { children }: IndicationFacts): readonly BuildUpLine[] {
  const times = Math.max(0, children - 1);
  return times === 0 ? [] : [lineOf("extra-child", extraChild.minutes * times, { times, assumed: extraChild.assumed })];
}

/** Each reason that was given and fits the way of feeding, in the order of the protocol. */
const additions = (protocol: Protocol, facts: IndicationFacts): readonly BuildUpLine[] =>
  protocol.additions
    .filter(({ code, onlyWith }) => facts.additions.includes(code) && (onlyWith === null || onlyWith === facts.feeding))
    .map(({ code, label, minutes, assumed }) => lineOf("addition", minutes, { code, label, assumed }));

const own = ({ ownMinutes }: IndicationFacts): readonly BuildUpLine[] => (ownMinutes === 0 ? [] : [lineOf("own", ownMinutes)]);

function inHospital({ hospitalDay, days }: Protocol, facts: IndicationFacts, minutes: number): readonly BuildUpLine[] {
  const times = Math.min(facts.hospitalDays, days);
  return times <= 0 ? [] : [lineOf("hospital", -Math.min(minutes, times * hospitalDay[facts.feeding]), { times })];
}

const hospitalIsCut = ({ hospitalDay, days }: Protocol, { hospitalDays, feeding }: IndicationFacts, minutes: number): boolean =>
  hospitalDays > days || hospitalDays * hospitalDay[feeding] > minutes;
