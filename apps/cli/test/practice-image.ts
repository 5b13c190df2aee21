import { practiceAccounts, practiceRegion } from '@sekisho/practice/aws';

/** Makes an image of practice's staging account, or changes what machines that boot from it write on their console. */
export async function practiceImage(
  url: string,
  image: { readonly id: string; readonly prints?: string },
): Promise<void> {
  const tags = { 'sekisho:image': 'ops-server', 'sekisho:image-base': 'debian-12-amd64' };
  const place = { account: practiceAccounts.staging, region: practiceRegion };
  const answer = await fetch(`${url}/_practice/image`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...place, tags, ...image }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
