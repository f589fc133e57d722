/** What the person at the terminal asked for cannot be done; the message says why and what to do instead. */
export class CommandRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandRefused";
  }
}
