import type { Work } from "../../../platform/db/withActor.ts";
export interface FactorNow { readonly signalId: string; readonly factorCode: string; readonly label: string; readonly kind: "risk" | "protective" | "context"; readonly urgent: boolean; readonly observedOn: string; readonly aboutKind: string }
export const listFactorsNow = async (_work: Work, _trajectoryId: string): Promise<readonly FactorNow[]> => [];
