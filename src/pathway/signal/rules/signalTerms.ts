/** The terms of a signal and of a question at the front door, each once, with its source. A region may set its own. */
export const signalTerms = {
  /** Days within which a signal is discussed with the family or withdrawn. No source gives a term [domain 3.1 asks for a reminder]: our own choice. */
  discussWithinDays: 7,
  /** Working days within which someone who asked for help gets an answer. No source gives a term: our own choice, promised on her screen. */
  answerHelpWithinWorkingDays: 1,
  /** Attempts to reach her, on at least two days, before a question may be closed as "not reached". Our own choice. */
  attemptsBeforeClosing: 3,
} as const;
