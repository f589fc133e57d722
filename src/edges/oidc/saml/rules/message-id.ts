/** Whether a text can be the id of a message: an XML name without a colon (SAML Core section 1.3.4). */
export function isMessageId(text: string): boolean {
  return /^[A-Za-z_][\w.-]{0,255}$/.test(text);
}
