import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Japanese. */
export const japanese: ApprovalTexts = {
  "from-name": "{organisation}（Guesthouse 経由）",
  "request-subject": "{person} さんが {application} の利用を希望しています",
  "request-preheader": "申請を承認または却下してください。期限は {date} です。",
  "request-intro":
    "<b>{person}</b> さん（{address}）が {organisation} のゲストになり、<b>{application}</b> を利用することを希望しています。",
  "proven-by-organisation": "<b>{proof}</b> がこのアドレスを保証しています。",
  "proven-by-code": "このアドレスは、送信されたコードによって確認済みです。",
  answers: "{person} さんの回答：",
  decide: "承認または却下する",
  "decide-link-beside": "ボタンが機能しない場合は、次のアドレスを開いてください。",
  "decide-link-alone": "次のアドレスで承認または却下してください。",
  "decide-until":
    "申請の期限は <b>{date}</b> です。承認されるまで何も作成されません。最初の決定が全員の決定になります。",
  "unsure-title": "この方をご存じないですか。",
  unsure:
    "まず {organisation} 内で確認するか、申請を却下してください。入力した理由は {person} さんに伝わります。",
  "request-why":
    "あなたが登録申請の承認者であるため、{organisation} からこのメールをお送りしています。{host} の Guesthouse が配信しました。",
  "approved-subject": "{organisation} が {application} の申請を承認しました",
  "approved-preheader": "{application} を利用できるようになりました。",
  "approved-intro":
    "{organisation} があなたの申請を承認しました。ゲストとして <b>{application}</b> を利用できます。",
  "reason-label": "{organisation} からのメッセージ：",
  open: "{application} を開く",
  "open-link-beside": "ボタンが機能しない場合は、次のアドレスを開いてください。",
  "open-link-alone": "次のアドレスで {application} を開いてください。",
  "sign-in": "申請したときと同じ方法でサインインしてください。",
  "denied-subject": "{organisation} が {application} の申請を却下しました",
  "denied-preheader": "アカウントは作成されていません。",
  "denied-intro":
    "{organisation} は <b>{application}</b> の利用申請を却下しました。アカウントは作成されていません。",
  "denied-todo": "1 日後にもう一度申請できます。",
  "denied-ask": "1 日後にもう一度申請できます。ご質問は {contact} までお問い合わせください。",
  "decision-why":
    "このアドレスでアカウントが申請されたため、{organisation} からこのメールをお送りしています。{host} の Guesthouse が配信しました。",
};
