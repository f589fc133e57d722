/** The part of MJML's interface that is used here; the package brings no types. */
declare module "mjml" {
  export default function mjml2html(
    source: string,
    options?: {
      readonly fonts?: Record<string, string>;
      readonly validationLevel?: "strict" | "soft" | "skip";
    },
  ): Promise<{ readonly html: string; readonly errors: readonly { readonly formattedMessage: string }[] }>;
}
