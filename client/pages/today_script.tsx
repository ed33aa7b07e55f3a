import { asset, Head } from "fresh/runtime";

/** The script that tells the times of a page anew on a later day, where no island does. */
export function TodayScript() {
  return (
    <Head>
      <script type="module" src={asset("/today.js")} />
    </Head>
  );
}
