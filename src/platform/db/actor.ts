/** Who is asking: what a request may do follows from the token, which the database itself looks up. The rest is for screens. */
export interface Actor {
  readonly token: string;
  readonly professionalId: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationKind: string;
  /** Minutes without use after which the session ends. */
  readonly idleMinutes: number;
  /** Address of the request, and the key of the form that was sent. */
  readonly source: string;
  readonly requestId: string;
  readonly requestKey: string | null;
  /** She only looks: the trail and the commit go to the database together. */
  readonly onlyLooks?: boolean;
  /** Trail events that the route allows: a use case behind it can write no other. */
  readonly events: readonly string[];
}
