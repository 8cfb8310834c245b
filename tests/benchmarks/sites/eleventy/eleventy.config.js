// The Eleventy site that `invoke bench` builds beside ours. All lists are worked out once for a
// build, from one sorted array: filters in each template would sort all posts for every page.
import footnote from "markdown-it-footnote";
import markdownIt from "markdown-it";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const PER_PAGE = 10;
const PER_FEED = 20;

const slugify = (text) => text.toLowerCase().replace(/'/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const escapeXml = (text) =>
  String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function longDate(value) {
  const date = new Date(value);
  const day = String(date.getUTCDate()).padStart(2, "0");
  return `${MONTHS[date.getUTCMonth()]} ${day}, ${date.getUTCFullYear()}`;
}

// The pages of one list, newest posts first.
function paginate(base, heading, posts) {
  const total = Math.ceil(posts.length / PER_PAGE);
  const url = (number) => (number === 1 ? base : `${base}page/${number}/`);
  return Array.from({ length: total }, (_, index) => ({
    url: url(index + 1),
    heading,
    number: index + 1,
    total,
    prev: index > 0 ? url(index) : null,
    next: index + 1 < total ? url(index + 2) : null,
    items: posts.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  }));
}

// Posts by term, terms in the order of the alphabet.
function group(posts, termsOf) {
  const groups = new Map();
  for (const post of posts)
    for (const term of termsOf(post)) {
      if (!groups.has(term)) groups.set(term, []);
      groups.get(term).push(post);
    }
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function lists(posts) {
  const kinds = [
    ["categories", "Category", (post) => [post.data.category]],
    ["tags", "Tag", (post) => post.data.topics],
    ["authors", "Author", (post) => [post.data.author]],
  ];
  const pages = paginate("/", "Latest posts", posts);
  const feeds = [{ url: "/feeds/all.atom.xml", title: "Wellness", items: posts.slice(0, PER_FEED) }];
  const indexes = [];
  for (const [kind, one, termsOf] of kinds) {
    const groups = group(posts, termsOf);
    const terms = groups.map(([name, of]) => ({ name, url: `/${kind}/${slugify(name)}/`, count: of.length }));
    indexes.push({ url: `/${kind}/`, heading: kind, terms });
    for (const [name, of] of groups) {
      pages.push(...paginate(`/${kind}/${slugify(name)}/`, `${one}: ${name}`, of));
      if (kind === "categories")
        feeds.push({ url: `/feeds/${slugify(name)}.atom.xml`, title: name, items: of.slice(0, PER_FEED) });
    }
  }
  return { allposts: posts, pages, indexes, feeds, cats: indexes[0].terms };
}

export default function (config) {
  const markdown = markdownIt({ html: true, typographer: true }).use(footnote);
  config.setLibrary("md", markdown);
  config.addPassthroughCopy("src/style.css");
  config.addFilter("slugit", slugify);
  config.addFilter("mdi", (text) => markdown.renderInline(text));
  config.addFilter("esc", escapeXml);
  config.addFilter("iso", (date) => new Date(date).toISOString());
  config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("longdate", longDate);
  let made = null;
  config.on("eleventy.before", () => {
    made = null;
  });
  for (const name of ["allposts", "pages", "indexes", "feeds", "cats"])
    config.addCollection(name, (api) => {
      made ??= lists(api.getFilteredByGlob("src/posts/*.md").sort((a, b) => b.date - a.date));
      return made[name];
    });
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false };
}
