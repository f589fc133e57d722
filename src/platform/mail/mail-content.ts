/** Somebody a mail goes to or comes from. */
export interface MailPerson {
  readonly address: string;
  readonly name?: string | undefined;
}

/** A picture that a mail shows from within itself, by `cid:` and its content id (RFC 2392). */
export interface MailPicture {
  readonly contentId: string;
  /** Names the picture to whoever keeps it: its bytes are fetched when the mail goes out, and thousands share them. */
  readonly source: string;
}

/** What a mail says, without who it goes to. */
export interface MailMessage {
  /** The name before the operator's own address, such as "Contoso via Guesthouse". */
  readonly fromName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Language tag of the content. */
  readonly language: string;
  readonly pictures?: readonly MailPicture[] | undefined;
}

/** A mail as a feature writes it. Names and subject may be what a person typed. */
export interface MailContent extends MailMessage {
  readonly to: MailPerson;
  readonly cc?: readonly MailPerson[] | undefined;
  readonly replyTo?: MailPerson | undefined;
  /** After this moment the mail is of no use and is not sent any more. */
  readonly notAfter?: Date | undefined;
}

/** A mail as it goes out: the same each time it is tried. */
export interface OutgoingMail extends Omit<MailMessage, "pictures"> {
  readonly mailId: string;
  /** With angle brackets. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: MailPerson;
  readonly cc: readonly MailPerson[];
  readonly replyTo: MailPerson | undefined;
  readonly date: Date;
  readonly pictures: readonly OutgoingPicture[];
}

export interface OutgoingPicture {
  readonly contentId: string;
  readonly mediaType: string;
  readonly content: Buffer;
}
