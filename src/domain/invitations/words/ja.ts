import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Japanese. */
export const japanese: InvitationTexts = {
  "from-name": "{organisation}（Guesthouse 経由）",
  subject: "{inviter}さんから{target}への招待",
  "subject-from-organisation": "{inviter}から{target}への招待",
  "subject-no-target": "{inviter}からのゲスト招待",
  preheader: "{organisation}（{domain}）からの招待を承諾できます。",
  greeting: "{recipient} 様",
  inviter: "<b>{name}</b>さん",
  "inviter-with-address": "<b>{name}</b>さん（{address}）",
  organisation: "<b>{name}</b>（{domain}）",
  "intro-to-application":
    "{organisation}の{inviter}から、<b>{application}</b>をゲストとして利用するよう招待されています。",
  intro: "{organisation}の{inviter}から、ゲストとして招待されています。",
  "intro-from-organisation-to-application":
    "{organisation}から、<b>{application}</b>をゲストとして利用するよう招待されています。",
  "intro-from-organisation": "{organisation}から、ゲストとして招待されています。",
  "message-label": "{inviter}さんからのメッセージ：",
  "message-label-organisation": "{organisation}からのメッセージ：",
  accept: "招待を承諾する",
  "link-beside-button": "ボタンが使えない場合は、次のアドレスを開いてください：",
  "link-alone": "次のアドレスで招待を承諾できます：",
  "leads-to": "承諾後は <b>{host}</b> に進みます。",
  until: "招待の有効期限：<b>{date}</b>",
  "no-end": "この招待に有効期限はありません。",
  "unexpected-title": "お心当たりがない場合：",
  unexpected: "このメールは無視してください。承諾しない限り、何も起こりません。",
  "unexpected-ask":
    "このメールは無視してください。承諾しない限り、何も起こりません。ご不明な点は、承諾する前に {contact} へお問い合わせください。",
  why: "このメールは、{inviter}さんが招待のためにあなたのアドレスを入力したため、{organisation}からお送りしています。配信元：{host} の Guesthouse",
  "why-organisation":
    "このメールは、招待のためにあなたのアドレスが入力されたため、{organisation}からお送りしています。配信元：{host} の Guesthouse",
};
