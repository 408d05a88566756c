/** The jobs of a caseload, as they are asked for. */
export const readCaseloadTaskName = "read-caseload";
export const takeCaseloadTaskName = "take-caseload";
