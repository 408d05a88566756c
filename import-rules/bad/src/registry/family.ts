export interface Family {
  readonly id: string;
}
