/** One error of the protocol: its number, the OAuth name, the sentence for the developer. */
export interface ErrorRow {
  readonly number: number;
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  /** RFC 6749 section 5.2: 401 where the client failed to authenticate; 400 unless said otherwise. RFC 6585 section 4: 429 asks for patience. */
  readonly status?: 401 | 405 | 429;
}
