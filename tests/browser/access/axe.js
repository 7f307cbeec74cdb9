// What axe-core finds in what matches, or in the whole page, and how many rules found
// something to look at.
(part) => {
    const options = {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}};
    return axe.run(part ? {include: [[part]]} : document, options)
        .then(({violations, passes}) => [
            violations.flatMap(({id, help, nodes}) =>
                nodes.map(({target, failureSummary}) => `${id} (${help}) ${target}: ${failureSummary}`)),
            passes.length,
        ]);
}
