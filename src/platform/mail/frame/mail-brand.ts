/** What a mail takes over from the organisation it is sent for. */
export interface MailBrand {
  /** Six hexadecimal digits with `#`. */
  readonly accentColour?: string | undefined;
  readonly logo?: MailLogo | undefined;
}

export interface MailLogo {
  /** Names the picture to whoever keeps it. */
  readonly source: string;
  /** A wide logo has a line to itself; others stand before the organisation's name. */
  readonly isWide: boolean;
}
