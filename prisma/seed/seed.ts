/** Somebody who can sign in to a demonstration instance. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
}

/** Fills an empty demonstration instance with its examples and returns who can sign in. */
export async function seedDemonstration(): Promise<readonly DemonstrationAccount[]> {
  return [];
}
