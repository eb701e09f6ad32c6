//! `robots.txt`, as RFC 9309 reads it.

/// What a guide asks of crawlers.
#[derive(Clone, Debug, Default)]
pub struct Robots {
    groups: Vec<Group>,
    /// Full addresses of sitemaps.
    pub sitemaps: Vec<String>,
}

#[derive(Clone, Debug, Default)]
struct Group {
    /// Product tokens in lower case, or `*`.
    agents: Vec<String>,
    /// Patterns, and whether they allow.
    rules: Vec<(String, bool)>,
}

impl Robots {
    /// Reads the text of the file; lines that say nothing known are skipped.
    pub fn parse(text: &str) -> Self {
        let mut robots = Robots::default();
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match name.trim().to_lowercase().as_str() {
                "user-agent" => robots.name(value.to_lowercase()),
                "allow" => robots.rule(value, true),
                "disallow" => robots.rule(value, false),
                "sitemap" => robots.sitemaps.push(value.to_owned()),
                _ => {}
            }
        }
        robots
    }

    fn name(&mut self, agent: String) {
        match self.groups.last_mut() {
            Some(group) if group.rules.is_empty() => group.agents.push(agent),
            _ => self.groups.push(Group {
                agents: vec![agent],
                rules: Vec::new(),
            }),
        }
    }

    fn rule(&mut self, pattern: &str, allows: bool) {
        if let Some(group) = self.groups.last_mut() {
            group.rules.push((pattern.to_owned(), allows));
        }
    }

    /// Whether a crawler may not ask for a path. The longest pattern that fits decides; of two of
    /// the same length, the one that allows.
    pub fn forbids(&self, agent: &str, address: &str) -> bool {
        let named = |name: &str| -> Vec<&Group> {
            let groups = self.groups.iter();
            groups
                .filter(|group| group.agents.iter().any(|it| it == name))
                .collect()
        };
        let own = named(agent);
        let groups = if own.is_empty() { named("*") } else { own };
        let rules = groups.iter().flat_map(|group| &group.rules);
        let fitting = rules.filter(|(pattern, _)| !pattern.is_empty() && fits(pattern, address));
        let deciding = fitting.max_by_key(|(pattern, allows)| (pattern.len(), *allows));
        deciding.is_some_and(|(_, allows)| !allows)
    }
}

/// Whether an address begins as a pattern says, in which `*` is anything and `$` at the end the end.
fn fits(pattern: &str, address: &str) -> bool {
    let (pattern, to_end) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut parts = pattern.split('*');
    let Some(mut rest) = address.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    for (index, part) in parts.iter().enumerate() {
        if to_end && index + 1 == parts.len() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    !to_end || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::Robots;

    #[test]
    fn the_longest_pattern_of_the_own_group_decides() {
        let robots = Robots::parse(
            "User-agent: *\nAllow: /\nDisallow: /search\nAllow: /search/help # a comment\n\
             Disallow: /*.json$\n\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\n\
             Sitemap: https://guide.example/sitemap.xml\n",
        );
        for (agent, address, forbidden) in [
            ("googlebot", "/", false),
            ("googlebot", "/search", true),
            ("googlebot", "/search?q=a", true),
            ("googlebot", "/search/help", false),
            ("googlebot", "/data/pay.json", true),
            ("googlebot", "/data/pay.json5", false),
            ("gptbot", "/roles", true),
            ("ccbot", "/", true),
        ] {
            assert_eq!(
                robots.forbids(agent, address),
                forbidden,
                "{agent} {address}"
            );
        }
        assert_eq!(robots.sitemaps, ["https://guide.example/sitemap.xml"]);
        assert!(!Robots::parse("Disallow:").forbids("googlebot", "/"));
    }
}
